//! Merges the parts of an enum or of a code set.
//!
//! Each type is visited once, however often it is nested. The codes of all types are visited in the order of their numbers, so that
//! the codes with one number come after each other.

use super::conflicts::{Conflicts, Part};
use super::heap::{self, Heap, index, number};
use super::names::names;
use crate::code::table::Table;
use crate::code::{CodeList, Codes};
use crate::text::constant::equal;

/// The number of types in the parts. A type counts each time that it is nested.
#[must_use]
pub const fn count(parts: &[Part]) -> usize {
    let (mut count, mut i) = (0, 0);
    while i < parts.len() {
        count += count_list(parts[i].1);
        i += 1;
    }
    count
}

const fn count_list(list: CodeList) -> usize {
    let (mut count, mut i) = (list.types().len(), 0);
    while i < list.lists().len() {
        count += count_list(list.lists()[i]);
        i += 1;
    }
    count
}

/// The types of the parts, and whether each part conflicts with a part before it.
#[derive(Debug)]
pub struct Merged<const PARTS: usize, const TYPES: usize> {
    types: [Codes; TYPES],
    len: usize,
    /// Whether each part conflicts with a part before it.
    pub conflicting: [bool; PARTS],
}

impl<const PARTS: usize, const TYPES: usize> Merged<PARTS, TYPES> {
    /// Merges the parts. `TYPES` is [`count`]. `is_grpc`: the type that consists of the parts converts into a gRPC status.
    #[must_use]
    pub const fn of(parts: &[Part; PARTS], is_grpc: bool) -> Self {
        let mut types = Types::<TYPES>::of(parts);
        let mut conflicting = [false; PARTS];
        let mut conflicts = Conflicts::new(parts, &mut conflicting, PARTS);
        types.visit(&mut conflicts);
        let mut i = 0;
        while i < types.len {
            types.codes[i].is_grpc |= is_grpc;
            i += 1;
        }
        Self { types: types.codes, len: types.len, conflicting }
    }

    /// The codes of all parts.
    #[must_use]
    pub const fn codes(&'static self) -> CodeList {
        CodeList::merged(None, self.types.split_at(self.len).0)
    }

    /// The codes of a type: the parts are its own table and the nested types.
    #[must_use]
    pub const fn codes_of(&'static self, own: &'static Table) -> CodeList {
        CodeList::merged(Some(own), self.types.split_at(self.len).0)
    }
}

/// Whether each part conflicts with a part before it, if the number of types is not known.
#[must_use]
pub const fn conflicting<const PARTS: usize>(parts: &[Part; PARTS]) -> [bool; PARTS] {
    let mut conflicting = [false; PARTS];
    let mut conflicts = Conflicts::new(parts, &mut conflicting, PARTS);
    visit(parts, &mut conflicts);
    conflicting
}

/// Reports the conflicts of part `i` with the parts before it.
#[track_caller]
pub const fn conflicts(parts: &[Part], conflicting: &[bool], i: usize) {
    if conflicting[i] {
        let mut none = [];
        let mut conflicts = Conflicts::new(parts, &mut none, i);
        visit(parts, &mut conflicts);
        conflicts.report();
    }
}

/// Finds the conflicts of the parts.
// An array cannot have a length that is computed here, so it has the next of a few lengths.
const fn visit(parts: &[Part], conflicts: &mut Conflicts<'_>) {
    match count(parts) {
        0..=8 => visit_at_most::<8>(parts, conflicts),
        9..=128 => visit_at_most::<128>(parts, conflicts),
        129..=2048 => visit_at_most::<2048>(parts, conflicts),
        // More types than this take hours to compile.
        _ => visit_at_most::<65_536>(parts, conflicts),
    }
}

const fn visit_at_most<const N: usize>(parts: &[Part], conflicts: &mut Conflicts<'_>) {
    Types::<N>::of(parts).visit(conflicts);
}

/// The types of some parts: each type once, in the order of its first number.
struct Types<const N: usize> {
    codes: [Codes; N],
    /// The first part that contains each type.
    part: [usize; N],
    len: usize,
}

impl<const N: usize> Types<N> {
    const fn of(parts: &[Part]) -> Self {
        let mut all = Self { codes: [Codes::NONE; N], part: [0; N], len: 0 };
        let mut i = 0;
        while i < parts.len() {
            all.add(parts[i].1, i);
            i += 1;
        }
        let mut order = Heap::<N>::EMPTY;
        let mut i = 0;
        while i < all.len {
            order.push(key(all.codes[i], i));
            i += 1;
        }
        // The entries of one type follow each other, and the one of the first part is first.
        let mut types = Self { codes: [Codes::NONE; N], part: [0; N], len: 0 };
        while let Some(key) = order.first() {
            order.pop();
            let i = index(key);
            if types.len > 0 && types.codes[types.len - 1].is_same(all.codes[i]) {
                types.codes[types.len - 1].is_grpc |= all.codes[i].is_grpc;
            } else {
                types.codes[types.len] = all.codes[i];
                types.part[types.len] = all.part[i];
                types.len += 1;
            }
        }
        types
    }

    const fn add(&mut self, list: CodeList, part: usize) {
        let (types, lists) = (list.types(), list.lists());
        let mut i = 0;
        while i < types.len() && self.len < N {
            if types[i].len() > 0 || !types[i].table().reserved.is_empty() {
                self.codes[self.len] = types[i];
                self.part[self.len] = part;
                self.len += 1;
            }
            i += 1;
        }
        let mut i = 0;
        while i < lists.len() {
            self.add(lists[i], part);
            i += 1;
        }
    }

    /// Finds the conflicts of the types.
    const fn visit(&self, conflicts: &mut Conflicts<'_>) {
        self.catalogs(conflicts);
        self.numbers(conflicts);
        names(self.codes.split_at(self.len).0, &self.part, conflicts);
    }

    /// Compares the catalogs. A reference and a baseline identify a catalog by its prefix.
    const fn catalogs(&self, conflicts: &mut Conflicts<'_>) {
        let (mut distinct, mut len) = ([0; N], 0);
        let mut i = 0;
        while i < self.len {
            let (codes, mut j) = (self.codes[i], 0);
            while j < len && !equal(codes.catalog().prefix, self.codes[distinct[j]].catalog().prefix) {
                j += 1;
            }
            let other = distinct[if j < len { j } else { 0 }];
            if codes.len() > 0 && j == len {
                distinct[len] = i;
                len += 1;
            } else if codes.len() > 0 && !codes.catalog().spells_like(self.codes[other].catalog()) {
                let (a, b) = ((self.codes[other].info(0), self.part[other]), (codes.info(0), self.part[i]));
                conflicts.pair(false, a, b);
            }
            i += 1;
        }
    }

    /// Visits all codes and all reserved numbers in the order of their numbers.
    const fn numbers(&self, conflicts: &mut Conflicts<'_>) {
        // The next code and the next reserved range of each type. The types with reserved ranges are few.
        let (mut codes, mut ranges) = (Heap::<N>::EMPTY, Heap::<N>::EMPTY);
        let (mut next_code, mut next_range) = ([0; N], [0; N]);
        // The types that reserve the number, or reserved a lower one, with the last number that they reserve.
        let (mut open, mut open_len, mut last) = ([0; N], 0, [None; N]);
        let mut i = 0;
        while i < self.len {
            if self.codes[i].len() > 0 {
                codes.push(self.place(self.codes[i].number(0), i));
            }
            if let [(first, _), ..] = self.codes[i].table().reserved {
                ranges.push(self.place(*first, i));
            }
            i += 1;
        }
        // The codes with the last number.
        let (mut same, mut same_len, mut same_number, mut agree) = ([(0, 0); N], 0, None, true);
        while let Some(first) = codes.first() {
            let here = number(first);
            let at = index(first);
            let (type_codes, code) = (self.codes[at], next_code[at]);
            while let Some(range) = ranges.first()
                && number(range) <= here
            {
                let at = index(range);
                let reserved = self.codes[at].table().reserved;
                let end = reserved[next_range[at]].1;
                match last[at] {
                    None => {
                        open[open_len] = at;
                        open_len += 1;
                        last[at] = Some(end);
                    }
                    Some(before) if before < end => last[at] = Some(end),
                    Some(_) => {}
                }
                next_range[at] += 1;
                if next_range[at] < reserved.len() {
                    ranges.replace(self.place(reserved[next_range[at]].0, at));
                } else {
                    ranges.pop();
                }
            }
            let mut i = 0;
            while i < open_len {
                let reserver = open[i];
                match last[reserver] {
                    Some(last) if last >= here => {
                        let (reserver, part) = (self.codes[reserver].table(), self.part[reserver]);
                        conflicts.reserved(reserver, part, type_codes, code, self.part[at]);
                        i += 1;
                    }
                    _ => {
                        last[reserver] = None;
                        open_len -= 1;
                        open[i] = open[open_len];
                    }
                }
            }
            match same_number {
                Some(last) if last == here => {
                    let (before, before_code) = same[0];
                    agree = agree && Conflicts::agree(self.codes[before], before_code, type_codes, code);
                    // Codes that agree with each other all agree with the first.
                    let mut i = 0;
                    while i < same_len && !agree {
                        let (before, before_code) = same[i];
                        let (earlier, part) = (self.codes[before], self.part[before]);
                        if conflicts.between(earlier, before_code, part, type_codes, code, self.part[at]) {
                            break;
                        }
                        i += 1;
                    }
                }
                _ => (same_len, same_number, agree) = (0, Some(here), true),
            }
            same[same_len] = (at, code);
            same_len += 1;

            let mut next = code + 1;
            // The numbers below the next number of the other types need not be visited.
            let limit = match (codes.second(), ranges.first()) {
                (Some(code), Some(range)) if range < code => Some(number(range)),
                (Some(place), _) | (None, Some(place)) => Some(number(place)),
                (None, None) => None,
            };
            match limit {
                None if open_len == 0 => break,
                Some(limit) if open_len == 0 && next < type_codes.len() && type_codes.number(next) < limit => {
                    next = match type_codes.search(limit) {
                        Ok(next) | Err(next) => next,
                    };
                }
                _ => {}
            }
            next_code[at] = next;
            if next < type_codes.len() {
                codes.replace(self.place(type_codes.number(next), at));
            } else {
                codes.pop();
            }
        }
    }

    /// The key of a number of type `i`. Equal numbers are in the order of the parts.
    const fn place(&self, number: i64, i: usize) -> i128 {
        heap::key(number, self.part[i], i)
    }
}

/// The key of a type: its first number, half of its hash, and its index.
#[allow(clippy::cast_possible_truncation)]
const fn key(codes: Codes, i: usize) -> i128 {
    let first = if codes.len() > 0 { codes.number(0) } else { i64::MAX };
    heap::key(first, codes.table().hash as u32 as usize, i)
}
