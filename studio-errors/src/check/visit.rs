//! Finds the conflicts of some types: visits all codes and all reserved numbers in the order of their numbers.

use super::conflicts::{CodeOfPart, Conflicts, What};
use super::heap::{self, Heap, index, number};
use super::names::names;
use super::types::Types;
use crate::code::Codes;
use crate::text::constant::equal;

pub(super) const fn all<const N: usize>(types: &Types<N>, conflicts: &mut Conflicts<'_>) {
    catalogs(types, conflicts);
    Visit::new(types).run(conflicts);
    names(types.codes.split_at(types.len).0, &types.part, conflicts);
}

/// Compares the catalogs. A reference and a baseline identify a catalog by its prefix.
const fn catalogs<const N: usize>(types: &Types<N>, conflicts: &mut Conflicts<'_>) {
    // The first type of each format of codes, and the first type whose catalog has the same prefix.
    let (mut formats, mut len) = ([(0, 0); N], 0);
    let mut i = 0;
    while i < types.len {
        let (codes, mut j) = (types.codes[i], 0);
        while j < len && !types.codes[formats[j].0].catalog().spells_like(codes.catalog()) {
            j += 1;
        }
        if j == len && codes.len() > 0 {
            let mut k = 0;
            while k < len && !equal(types.codes[formats[k].0].catalog().prefix, codes.catalog().prefix) {
                k += 1;
            }
            formats[len] = (i, if k < len { formats[k].1 } else { i });
            len += 1;
        }
        let (same, first) = formats[j];
        if same != first && codes.len() > 0 {
            let first = (types.codes[first].info(0), types.part[first]);
            conflicts.pair(What::Catalogs, first, (codes.info(0), types.part[i]));
        }
        i += 1;
    }
}

/// The state of the visit. An entry of a heap is a number, the part of a type and its index.
struct Visit<'a, const N: usize> {
    types: &'a Types<N>,
    /// The next number of each type, and the index of its code.
    codes: Heap<N>,
    next_code: [usize; N],
    /// The next number that each type reserves, and the index of its range. The types with reserved ranges are few.
    ranges: Heap<N>,
    next_range: [usize; N],
    /// The types that reserve the current number or reserved a lower one, and the last number that each reserves.
    reservers: [usize; N],
    reservers_len: usize,
    reserved_until: [Option<i64>; N],
    /// The codes with the current number, and whether they agree with each other.
    same: [CodeOfPart; N],
    same_len: usize,
    agree: bool,
}

impl<'a, const N: usize> Visit<'a, N> {
    const fn new(types: &'a Types<N>) -> Self {
        let mut visit = Self {
            types,
            codes: Heap::EMPTY,
            next_code: [0; N],
            ranges: Heap::EMPTY,
            next_range: [0; N],
            reservers: [0; N],
            reservers_len: 0,
            reserved_until: [None; N],
            same: [CodeOfPart::NONE; N],
            same_len: 0,
            agree: true,
        };
        let mut i = 0;
        while i < types.len {
            if types.codes[i].len() > 0 {
                visit.codes.push(visit.entry(types.codes[i].number(0), i));
            }
            if let [(first, _), ..] = types.codes[i].table().reserved {
                visit.ranges.push(visit.entry(*first, i));
            }
            i += 1;
        }
        visit
    }

    const fn run(mut self, conflicts: &mut Conflicts<'_>) {
        while let Some(entry) = self.codes.first() {
            let (number, i) = (number(entry), index(entry));
            let code = CodeOfPart { codes: self.types.codes[i], index: self.next_code[i], part: self.types.part[i] };
            self.take_ranges(number);
            self.compare_with_reserved(number, code, conflicts);
            self.compare_with_same(number, code, conflicts);
            self.advance(i);
        }
    }

    /// The entry of a number of type `i`. Equal numbers are in the order of the parts.
    const fn entry(&self, number: i64, i: usize) -> i128 {
        heap::key(number, self.types.part[i], i)
    }

    /// Takes the reserved ranges that begin at `here` or before it.
    const fn take_ranges(&mut self, here: i64) {
        while let Some(entry) = self.ranges.first()
            && number(entry) <= here
        {
            let i = index(entry);
            let reserved = self.types.codes[i].table().reserved;
            let (_, last) = reserved[self.next_range[i]];
            match self.reserved_until[i] {
                None => {
                    self.reservers[self.reservers_len] = i;
                    self.reservers_len += 1;
                    self.reserved_until[i] = Some(last);
                }
                Some(before) if before < last => self.reserved_until[i] = Some(last),
                Some(_) => {}
            }
            self.next_range[i] += 1;
            if self.next_range[i] < reserved.len() {
                self.ranges.replace(self.entry(reserved[self.next_range[i]].0, i));
            } else {
                self.ranges.pop();
            }
        }
    }

    /// Compares a code with the types that reserve its number.
    const fn compare_with_reserved(&mut self, here: i64, code: CodeOfPart, conflicts: &mut Conflicts<'_>) {
        let mut i = 0;
        while i < self.reservers_len {
            let reserver = self.reservers[i];
            match self.reserved_until[reserver] {
                Some(last) if last >= here => {
                    conflicts.reserved(self.types.codes[reserver].table(), self.types.part[reserver], code);
                    i += 1;
                }
                _ => {
                    self.reserved_until[reserver] = None;
                    self.reservers_len -= 1;
                    self.reservers[i] = self.reservers[self.reservers_len];
                }
            }
        }
    }

    /// Compares a code with those before it that have its number.
    const fn compare_with_same(&mut self, here: i64, code: CodeOfPart, conflicts: &mut Conflicts<'_>) {
        if self.same_len > 0 && self.same[0].number() == here {
            self.agree = self.agree && self.same[0].agrees(code);
        } else {
            (self.same_len, self.agree) = (0, true);
        }
        // Codes that agree with each other all agree with the first.
        let mut i = 0;
        while i < self.same_len && !self.agree {
            if conflicts.between(self.same[i], code) {
                break;
            }
            i += 1;
        }
        self.same[self.same_len] = code;
        self.same_len += 1;
    }

    /// Advances to the next code of type `i` that needs a comparison.
    const fn advance(&mut self, i: usize) {
        let codes = self.types.codes[i];
        let mut next = self.next_code[i] + 1;
        if self.reservers_len == 0 && next < codes.len() {
            // The numbers below the next number of the other types need not be visited.
            next = match (self.codes.second(), self.ranges.first()) {
                (None, None) => codes.len(),
                (Some(one), Some(other)) if other < one => first_from(codes, next, number(other)),
                (Some(other), _) | (None, Some(other)) => first_from(codes, next, number(other)),
            };
        }
        self.next_code[i] = next;
        if next < codes.len() {
            self.codes.replace(self.entry(codes.number(next), i));
        } else {
            self.codes.pop();
        }
    }
}

/// The index of the first code from `next` on whose number is not below `number`.
const fn first_from(codes: Codes, next: usize, number: i64) -> usize {
    if codes.number(next) >= number {
        return next;
    }
    match codes.search(number) {
        Ok(i) | Err(i) => i,
    }
}
