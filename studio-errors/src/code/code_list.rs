//! The list of codes that a type can report.

#[cfg(feature = "reference")]
use alloc::vec::Vec;
use core::fmt;
use core::ops::RangeInclusive;

use super::codes::Codes;
use super::envelope::{Placeholder, Style};
use super::table::Table;
use super::{CatalogFacts, Code, ErrorInfo};
use crate::text::constant::each;

/// A list of codes, which is built at compile time. It contains each code once, ordered by prefix and number.
///
/// ```
/// use studio_errors::{catalog::StudioError, CodeSet};
///
/// let info = StudioError::CODES.get("STUDIO_1601").unwrap();
/// assert_eq!(info.name(), "INSUFFICIENT_CREDITS");
/// assert!(StudioError::CODES.get("STUDIO_9999").is_none());
/// assert_eq!(StudioError::CODES.len(), 36);
/// for info in StudioError::CODES {
///     println!("{}: {}", info.code(), info.description());
/// }
/// ```
#[derive(Clone, Copy)]
pub struct CodeList {
    /// The table of the type itself, if the list is that of a type with its own codes.
    own: Option<&'static Table>,
    lists: Lists,
}

#[derive(Clone, Copy)]
enum Lists {
    One(Codes),
    /// Each type once, in the order of its first number.
    Many(&'static [Codes]),
    /// The codes of a type, and of nested types that depend on a parameter: their number is unknown, so no array can contain them.
    /// A type can be repeated.
    Nested(Codes, &'static [CodeList]),
}

/// `for` over the types of a list and of nested lists, which is not available in constants.
macro_rules! each_type {
    ($codes:pat in $list:expr => $body:block) => {{
        let (list, mut i) = ($list, 0);
        while let Ok($codes) = list.at(i) {
            i += 1;
            $body
        }
    }};
}

pub(crate) use each_type;

impl Table {
    /// The list of the codes of this table, and of its reserved numbers.
    #[must_use]
    pub const fn codes(&'static self) -> CodeList {
        CodeList { own: Some(self), lists: Lists::One(Codes::all(self)) }
    }
}

impl CodeList {
    pub(crate) const EMPTY: Self = Self::merged(None, &[]);

    /// The codes of types that are merged: each type once, in the order of its first number. `own` is the type that nests the others.
    pub(crate) const fn merged(own: Option<&'static Table>, types: &'static [Codes]) -> Self {
        Self { own, lists: Lists::Many(types) }
    }

    /// Those codes of the type itself that are in these rows, which are in ascending order.
    pub(crate) const fn some(self, rows: &'static [usize]) -> Self {
        match self.own {
            Some(own) => Self { own: self.own, lists: Lists::One(Codes::some(own, rows)) },
            None => Self::EMPTY,
        }
    }

    /// The same codes, in a type or a set that does not define them itself.
    #[doc(hidden)]
    #[must_use]
    pub const fn nested(self) -> Self {
        Self { own: None, ..self }
    }

    /// Adds the codes of nested types, some of which depend on a parameter.
    #[doc(hidden)]
    #[must_use]
    pub const fn and(self, nested: &'static [Self]) -> Self {
        let own = match self.own {
            Some(own) => Codes::all(own),
            None => Codes::NONE,
        };
        Self { lists: Lists::Nested(own, nested), ..self }
    }

    /// Returns the facts of each code, in order.
    pub const fn iter(self) -> CodeIter {
        CodeIter { list: self, last: None }
    }

    /// The number of codes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether there is no code.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        each_type!(codes in self => { if codes.len() > 0 { return false } });
        true
    }

    /// Returns the facts of `code`, such as `"STUDIO_1601"`.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<ErrorInfo> {
        // The last catalog, and the number that the code has there: nested types mostly have one catalog.
        let mut read: Option<(&CatalogFacts, Option<i64>)> = None;
        self.all().find_map(|codes| {
            let catalog = codes.catalog();
            let number = match read {
                Some((known, number)) if core::ptr::eq(known, catalog) => number,
                _ => read.insert((catalog, catalog.number_of(code))).1,
            }?;
            codes.find(number)
        })
    }

    /// Returns the facts of the code of `catalog` with this name.
    pub(crate) fn named(&self, name: &str, catalog: &CatalogFacts) -> Option<ErrorInfo> {
        let style = match catalog.template().key() {
            Some(Placeholder::Name(style)) => style,
            _ => Style::AsIs,
        };
        let mut all = self.all().filter(|codes| codes.catalog().spells_like(catalog)).flat_map(Codes::iter);
        all.find(|info| style.apply(info.name()) == name)
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
    pub fn reserved(&self) -> impl Iterator<Item = (&'static str, RangeInclusive<i64>)> + use<> {
        self.all().flat_map(|codes| {
            let reserved = codes.table().reserved.iter();
            reserved.map(move |(first, last)| (codes.catalog().prefix, *first..=*last))
        })
    }

    /// Every variant that reports the code of `info`: those that share the code in one type, and those of other types.
    #[cfg(feature = "reference")]
    pub(crate) fn variants_of(&self, info: ErrorInfo) -> Vec<ErrorInfo> {
        let mut variants: Vec<ErrorInfo> = Vec::new();
        for codes in self.all() {
            // A type can be repeated in nested lists, and a set can list some codes of a type that another set lists whole.
            let is_new = variants.iter().all(|other| !other.table().is_same(codes.table()));
            if is_new
                && codes.catalog().spells_like(info.catalog())
                && let Ok(first) = codes.search(info.code().number())
            {
                variants.extend(codes.variants(first));
            }
        }
        variants
    }

    /// The types of this list and of nested lists.
    fn all(self) -> impl Iterator<Item = Codes> {
        (0..).map_while(move |i| self.at(i).ok())
    }

    /// Returns the next row after `last`.
    fn after(&self, last: Option<Code>) -> Option<ErrorInfo> {
        self.all().filter_map(|codes| codes.after(last)).min_by_key(|info| info.code())
    }
}

/// The same in constant evaluation, for the checks.
impl CodeList {
    pub(crate) const fn lists_nothing(&self) -> bool {
        self.types().is_empty() && self.lists().is_empty()
    }

    /// The table of the type itself, if the list is that of a type with its own codes.
    pub(crate) const fn own(&self) -> Option<&'static Table> {
        self.own
    }

    /// The types of this list, without those of nested lists.
    pub(crate) const fn types(&self) -> &[Codes] {
        match &self.lists {
            Lists::One(codes) | Lists::Nested(codes, _) => core::slice::from_ref(codes),
            Lists::Many(types) => types,
        }
    }

    pub(crate) const fn lists(&self) -> &'static [CodeList] {
        match self.lists {
            Lists::Nested(_, lists) => lists,
            Lists::One(_) | Lists::Many(_) => &[],
        }
    }

    /// Returns type `i` of this list and of nested lists. If there are fewer, returns how many are missing.
    pub(crate) const fn at(&self, i: usize) -> Result<Codes, usize> {
        let types = self.types();
        if i < types.len() {
            return Ok(types[i]);
        }
        let mut rest = i - types.len();
        each!(list in self.lists() => {
            match list.at(rest) {
                Ok(codes) => return Ok(codes),
                Err(missing) => rest = missing,
            }
        });
        Err(rest)
    }

    /// Returns the code of `catalog` with `number`.
    pub(crate) const fn look_up(&self, catalog: &CatalogFacts, number: i64) -> Option<ErrorInfo> {
        each_type!(codes in self => {
            if codes.catalog().spells_like(catalog) && let Some(info) = codes.find(number) {
                return Some(info);
            }
        });
        None
    }

    /// Returns the type that reserves `number` of `catalog`.
    pub(crate) const fn reserver(&self, catalog: &CatalogFacts, number: i64) -> Option<&'static Table> {
        each_type!(codes in self => {
            if codes.table().reserved_until(number).is_some() && codes.catalog().spells_like(catalog) {
                return Some(codes.table());
            }
        });
        None
    }

    pub(crate) const fn reserves(&self) -> bool {
        each_type!(codes in self => { if !codes.table().reserved.is_empty() { return true } });
        false
    }

    /// Whether the list contains the type with this table.
    pub(crate) const fn lists_type(&self, table: &Table) -> bool {
        each_type!(codes in self => { if codes.table().is_same(table) { return true } });
        false
    }
}

impl fmt::Debug for CodeList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(ErrorInfo::code)).finish()
    }
}

/// The facts of each code of a [`CodeList`], in order.
#[derive(Clone, Debug)]
#[must_use]
pub struct CodeIter {
    list: CodeList,
    last: Option<Code>,
}

impl IntoIterator for CodeList {
    type Item = ErrorInfo;
    type IntoIter = CodeIter;

    fn into_iter(self) -> CodeIter {
        self.iter()
    }
}

impl IntoIterator for &CodeList {
    type Item = ErrorInfo;
    type IntoIter = CodeIter;

    fn into_iter(self) -> CodeIter {
        self.iter()
    }
}

impl Iterator for CodeIter {
    type Item = ErrorInfo;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.list.after(self.last)?;
        self.last = Some(next.code());
        Some(next)
    }
}
