//! The facts of a catalog, as the table of a type refers to them.

use super::Category;
use crate::text::constant::{digits, equal};

/// What a table knows about its catalog.
// Without `PUBLISHED`, which consists of tables.
#[derive(Clone, Copy, Debug)]
pub struct CatalogFacts {
    pub(crate) prefix: &'static str,
    pub(crate) separator: &'static str,
    pub(crate) width: usize,
    pub(crate) categories: &'static [Category],
    pub(crate) challenge: Option<&'static str>,
    #[cfg_attr(not(any(feature = "http", feature = "actix")), expect(dead_code, reason = "for problem details"))]
    pub(crate) docs: Option<&'static str>,
}

impl CatalogFacts {
    pub(crate) const NONE: &'static Self =
        &Self { prefix: "", separator: "_", width: 0, categories: &[], challenge: None, docs: None };

    /// How many bytes the code of `number` has.
    pub(crate) const fn code_len(&self, number: u32) -> usize {
        let digits = digits(number);
        self.prefix.len() + self.separator.len() + if digits < self.width { self.width } else { digits }
    }

    /// Whether both spell their codes alike.
    pub(crate) const fn spells_like(&self, other: &Self) -> bool {
        equal(self.prefix, other.prefix) && equal(self.separator, other.separator) && self.width == other.width
    }
}
