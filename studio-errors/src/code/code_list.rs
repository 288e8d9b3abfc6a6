//! The list of codes that a type can report.

#[cfg(test)]
mod tests;

use alloc::boxed::Box;
#[cfg(feature = "reference")]
use alloc::vec::Vec;
use core::fmt;
use core::ops::RangeInclusive;

use super::table::Table;
use super::{CatalogFacts, Code, ErrorInfo};

/// A list of codes, which is built at compile time. It contains each code once, ordered by prefix and number.
///
/// ```
/// use studio_errors::{catalog::StudioError, CodeSet};
///
/// let info = StudioError::CODES.get("STUDIO_1601").unwrap();
/// assert_eq!(info.name(), "INSUFFICIENT_CREDITS");
/// assert!(StudioError::CODES.get("STUDIO_9999").is_none());
/// ```
// It is a tree instead of an array, because the length of an array cannot depend on the parameters of a generic type.
#[derive(Clone, Copy)]
pub struct CodeList {
    own: &'static Table,
    nested: &'static [CodeList],
}

impl Table {
    /// The list of the codes of this table, and of its reserved numbers.
    #[must_use]
    pub const fn codes(&'static self) -> CodeList {
        CodeList::new(self, &[])
    }
}

impl CodeList {
    pub(crate) const EMPTY: Self = Self::new(Table::EMPTY, &[]);

    pub(crate) const fn new(own: &'static Table, nested: &'static [CodeList]) -> Self {
        Self { own, nested }
    }

    /// Adds the codes of nested types.
    #[doc(hidden)]
    #[must_use]
    pub const fn and(self, nested: &'static [CodeList]) -> Self {
        Self { nested, ..self }
    }

    /// Returns the facts of each code, in order.
    pub fn iter(&self) -> impl Iterator<Item = ErrorInfo> + Clone + fmt::Debug + use<> {
        Iter { list: *self, last: None }
    }

    /// Returns the facts of `code`, such as `"STUDIO_1601"`.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<ErrorInfo> {
        self.find(code, &mut None)
    }

    /// Returns the facts of the code of `catalog` with this name.
    pub(crate) fn named(&self, name: &str, catalog: &CatalogFacts) -> Option<ErrorInfo> {
        if self.own.catalog.spells_like(catalog)
            && let Some(row) = self.own.named(name)
        {
            return Some(ErrorInfo::new(self.own, row));
        }
        self.nested.iter().find_map(|list| list.named(name, catalog))
    }

    /// Returns the reserved numbers as ranges with the prefix of their catalog, including those of nested types. The order is
    /// unspecified, and a range may be repeated.
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
    pub fn reserved(&self) -> impl Iterator<Item = (&'static str, RangeInclusive<u32>)> + use<> {
        let table = self.own;
        let own = table.reserved.iter().map(|(first, last)| (table.catalog.prefix, *first..=*last));
        let nested: Box<dyn Iterator<Item = _>> = Box::new(self.nested.iter().flat_map(Self::reserved));
        own.chain(nested)
    }

    /// Every variant that reports the code of `info`: those that share the code in one type, and those of other types.
    #[cfg(feature = "reference")]
    pub(crate) fn variants_of(&self, info: ErrorInfo) -> Vec<ErrorInfo> {
        let mut variants = Vec::new();
        self.add_variants_of(info, &mut variants);
        variants
    }

    #[cfg(feature = "reference")]
    fn add_variants_of(&self, info: ErrorInfo, variants: &mut Vec<ErrorInfo>) {
        let (own, number) = (self.own, info.code().number());
        // A type can be nested several times.
        let is_new = variants.iter().all(|other| other.table().path != own.path);
        if is_new
            && own.catalog.spells_like(info.catalog())
            && let Ok(first) = own.search(number)
        {
            let sharing = (own.distinct..own.len()).filter(|row| own.number(*row) == number);
            variants.extend([first].into_iter().chain(sharing).map(|row| ErrorInfo::new(own, row)));
        }
        self.nested.iter().for_each(|list| list.add_variants_of(info, variants));
    }

    /// `read` is the last catalog that was asked, and the number that the code has there: nested types mostly have one catalog.
    fn find(&self, code: &str, read: &mut Option<(&'static CatalogFacts, Option<u32>)>) -> Option<ErrorInfo> {
        let own = self.own;
        if own.distinct > 0 {
            let number = match *read {
                Some((catalog, number)) if core::ptr::eq(catalog, own.catalog) => number,
                _ => read.insert((own.catalog, own.catalog.number_of(code))).1,
            };
            if let Some(number) = number
                && own.number(0) <= number
                && number <= own.number(own.distinct - 1)
                && let Ok(row) = own.search(number)
            {
                return Some(ErrorInfo::new(own, row));
            }
        }
        self.nested.iter().find_map(|list| list.find(code, read))
    }

    /// Returns the next row after `last`.
    fn after(&self, last: Option<Code>) -> Option<ErrorInfo> {
        let infos = |i| ErrorInfo::new(self.own, i);
        let (mut from, mut to) = (0, if last.is_some() { self.own.distinct } else { 0 });
        while let Some(last) = last
            && from < to
        {
            let middle = usize::midpoint(from, to);
            if infos(middle).code() <= last {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        let own = (from < self.own.distinct).then(|| infos(from));
        let nested = self.nested.iter().filter_map(|list| list.after(last));
        own.into_iter().chain(nested).min_by_key(|info| info.code())
    }
}

/// The same in constant evaluation, for the checks.
impl CodeList {
    pub(crate) const fn is_empty(&self) -> bool {
        self.own.distinct == 0 && self.nested.is_empty()
    }

    pub(crate) const fn own(&self) -> &'static Table {
        self.own
    }

    pub(crate) const fn nested(&self) -> &'static [CodeList] {
        self.nested
    }

    /// Returns the code of `catalog` with `number`.
    pub(crate) const fn look_up(&self, catalog: &CatalogFacts, number: u32) -> Option<ErrorInfo> {
        let own = self.own;
        if own.distinct > 0
            && own.number(0) <= number
            && number <= own.number(own.distinct - 1)
            && own.catalog.spells_like(catalog)
            && let Ok(row) = own.search(number)
        {
            return Some(ErrorInfo::new(own, row));
        }
        let mut i = 0;
        while i < self.nested.len() {
            if let Some(info) = self.nested[i].look_up(catalog, number) {
                return Some(info);
            }
            i += 1;
        }
        None
    }

    /// Returns the type that reserves `number` of `catalog`.
    pub(crate) const fn reserver(&self, catalog: &CatalogFacts, number: u32) -> Option<&'static Table> {
        if self.own.reserves(number) && self.own.catalog.spells_like(catalog) {
            return Some(self.own);
        }
        let mut i = 0;
        while i < self.nested.len() {
            let found = self.nested[i].reserver(catalog, number);
            if found.is_some() {
                return found;
            }
            i += 1;
        }
        None
    }

    /// Whether the list, or a nested list, reserves numbers.
    pub(crate) const fn reserves(&self) -> bool {
        let mut i = 0;
        while i < self.nested.len() {
            if self.nested[i].reserves() {
                return true;
            }
            i += 1;
        }
        !self.own.reserved.is_empty()
    }

    /// Whether the list, or a nested list, contains the type with this `path`.
    pub(crate) const fn lists(&self, path: &str) -> bool {
        if crate::text::constant::equal(self.own.path, path) {
            return true;
        }
        let mut i = 0;
        while i < self.nested.len() {
            if self.nested[i].lists(path) {
                return true;
            }
            i += 1;
        }
        false
    }
}

impl fmt::Debug for CodeList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(ErrorInfo::code)).finish()
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
