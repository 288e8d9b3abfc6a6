//! The list of codes that a type can report.

#[cfg(test)]
mod tests;

use alloc::boxed::Box;
use core::fmt;
use core::ops::RangeInclusive;

use super::{Code, ErrorInfo, Row};
use crate::text::constant::{equal, parts};

/// A list of codes, built at compile time: each once, ordered by prefix and number, which puts each category together.
///
/// ```
/// use studio_errors::{catalog::StudioError, CodeSet};
///
/// let info = StudioError::CODES.get("STUDIO_1601").unwrap();
/// assert_eq!(info.name(), "INSUFFICIENT_CREDITS");
/// assert!(StudioError::CODES.get("STUDIO_9999").is_none());
/// ```
// A tree rather than one array: the list of a generic type cannot have a length that depends on its parameters.
#[derive(Clone, Copy)]
pub struct CodeList {
    /// Ordered by number, each number once, all of one prefix.
    own: &'static [Row],
    reserved: Reserved,
    nested: &'static [CodeList],
}

/// The numbers that no code may have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reserved {
    /// The catalog of these numbers, and of the codes beside them.
    pub(crate) prefix: &'static str,
    /// First and last of each range.
    pub(crate) ranges: &'static [(u16, u16)],
}

impl Reserved {
    pub(crate) const NOTHING: Self = Self { prefix: "", ranges: &[] };
}

impl CodeList {
    pub(crate) const EMPTY: Self = Self::new(&[], Reserved::NOTHING, &[]);

    pub(crate) const fn new(own: &'static [Row], reserved: Reserved, nested: &'static [CodeList]) -> Self {
        Self { own, reserved, nested }
    }

    /// Together with the codes of nested types.
    #[doc(hidden)]
    #[must_use]
    pub const fn and(self, nested: &'static [CodeList]) -> Self {
        Self { nested, ..self }
    }

    /// Everything that is known of each code, each once, in order.
    pub fn iter(&self) -> impl Iterator<Item = ErrorInfo> + Clone + fmt::Debug + use<> {
        Iter { list: *self, last: None }
    }

    /// What is known of `code`, such as `"STUDIO_1601"`.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<ErrorInfo> {
        let (_, number) = parts(code)?;
        self.find(number, code)
    }

    /// The numbers that no code may have, each range with the prefix of its catalog: those of nested types included, as
    /// often as they are stated, in no order.
    ///
    /// ```
    /// use studio_errors::{CodeSet, StudioErrorCode};
    ///
    /// #[derive(StudioErrorCode)]
    /// #[studio(category = "quota", reserved(1604, 1610..=1619))]
    /// enum WalletError {
    ///     #[studio(code = 1601)]
    ///     InsufficientCredits,
    /// }
    ///
    /// let reserved: Vec<_> = WalletError::CODES.reserved().collect();
    /// assert_eq!(reserved, [("STUDIO", 1604..=1604), ("STUDIO", 1610..=1619)]);
    /// ```
    pub fn reserved(&self) -> impl Iterator<Item = (&'static str, RangeInclusive<u16>)> {
        let own = self.reserved.ranges.iter().map(|(first, last)| (self.reserved.prefix, *first..=*last));
        let nested: Box<dyn Iterator<Item = _>> = Box::new(self.nested.iter().flat_map(Self::reserved));
        own.chain(nested)
    }

    fn find(&self, number: u16, code: &str) -> Option<ErrorInfo> {
        self.numbered(number)
            .filter(|info| info.code() == *code)
            .or_else(|| self.nested.iter().find_map(|list| list.find(number, code)))
    }

    /// The row of this list's own that has `number`.
    const fn numbered(&self, number: u16) -> Option<ErrorInfo> {
        let mut rows = self.own;
        // Codes are numbered in runs, so the place in proportion is the right one, or near. Every other step halves, so that
        // no catalog costs more than twice the halving.
        let mut in_proportion = true;
        while let (Some(first), Some(last)) = (rows.first(), rows.last()) {
            let (low, high) = (first.code.number(), last.code.number());
            if number < low || high < number {
                return None;
            }
            let (before, rest) = rows.split_at(place(rows.len(), (low, number, high), in_proportion));
            let [here, after @ ..] = rest else { return None };
            let found = here.code.number();
            if found < number {
                rows = after;
            } else if number < found {
                rows = before;
            } else {
                return Some(ErrorInfo(here));
            }
            in_proportion = !in_proportion;
        }
        None
    }

    /// The next row after `last`, in order.
    fn after(&self, last: Option<Code>) -> Option<ErrorInfo> {
        let from = last.map_or(0, |last| self.own.partition_point(|row| row.code <= last));
        let nested = self.nested.iter().filter_map(|list| list.after(last));
        self.own.get(from).map(ErrorInfo).into_iter().chain(nested).min_by_key(|info| info.code())
    }
}

/// At compile time, for the checks.
impl CodeList {
    pub(crate) const fn is_empty(&self) -> bool {
        self.own.is_empty() && self.nested.is_empty()
    }

    /// [`get`](Self::get) by prefix and number.
    pub(crate) const fn look_up(&self, prefix: &str, number: u16) -> Option<ErrorInfo> {
        if let Some(info) = self.numbered(number)
            && has_prefix(info.code(), prefix)
        {
            return Some(info);
        }
        let mut i = 0;
        while i < self.nested.len() {
            if let Some(info) = self.nested[i].look_up(prefix, number) {
                return Some(info);
            }
            i += 1;
        }
        None
    }

    /// [`get`](Self::get) by code.
    pub(crate) const fn find_const(&self, code: Code) -> Option<ErrorInfo> {
        if let Some(info) = self.numbered(code.number())
            && info.code().equals(code)
        {
            return Some(info);
        }
        let mut i = 0;
        while i < self.nested.len() {
            if let Some(info) = self.nested[i].find_const(code) {
                return Some(info);
            }
            i += 1;
        }
        None
    }

    pub(crate) const fn own(&self) -> &'static [Row] {
        self.own
    }

    /// The numbers that this list itself reserves, without those nested.
    pub(crate) const fn reserved_own(&self) -> Reserved {
        self.reserved
    }

    /// Whether it reserves any number, nested lists included.
    pub(crate) const fn reserves(&self) -> bool {
        let mut i = 0;
        while i < self.nested.len() {
            if self.nested[i].reserves() {
                return true;
            }
            i += 1;
        }
        !self.reserved.ranges.is_empty()
    }

    /// The first code of catalog `prefix` whose number is in `range`, both ends included.
    pub(crate) const fn first_within(&self, prefix: &str, range: (u16, u16)) -> Option<ErrorInfo> {
        if equal(self.reserved.prefix, prefix) {
            let (mut from, mut to) = (0, self.own.len());
            while from < to {
                let middle = usize::midpoint(from, to);
                if self.own[middle].code.number() < range.0 {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            if from < self.own.len() && self.own[from].code.number() <= range.1 && self.own[from].code.number() > 0 {
                return Some(ErrorInfo(&self.own[from]));
            }
        }
        let mut i = 0;
        while i < self.nested.len() {
            let found = self.nested[i].first_within(prefix, range);
            if found.is_some() {
                return found;
            }
            i += 1;
        }
        None
    }

    pub(crate) const fn nested(&self) -> &'static [CodeList] {
        self.nested
    }
}

/// Where among `len` rows, from number `low` to `high`, to look for `number`: in proportion, or half way.
const fn place(len: usize, (low, number, high): (u16, u16, u16), in_proportion: bool) -> usize {
    if in_proportion && low < high { (number - low) as usize * (len - 1) / (high - low) as usize } else { len / 2 }
}

const fn has_prefix(code: Code, prefix: &str) -> bool {
    let (code, prefix) = (code.as_str().as_bytes(), prefix.as_bytes());
    if code.len() <= prefix.len() || code[prefix.len()] != b'_' {
        return false;
    }
    let mut i = 0;
    while i < prefix.len() {
        if code[i] != prefix[i] {
            return false;
        }
        i += 1;
    }
    true
}

impl fmt::Debug for CodeList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|info| info.code())).finish()
    }
}

#[derive(Clone, Debug)]
struct Iter {
    list: CodeList,
    last: Option<Code>,
}

impl Iterator for Iter {
    type Item = ErrorInfo;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.list.after(self.last)?;
        self.last = Some(next.code());
        Some(next)
    }
}
