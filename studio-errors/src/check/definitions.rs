//! The arguments of the checks of one type.

use crate::code::table::Table;
use crate::code::{Category, CodeList, ErrorInfo};
use crate::text::constant::{each, slice};

/// A type, the published codes of its catalog, and what is computed once for all checks of the type.
#[derive(Debug)]
pub struct Definitions<Offers: ?Sized = [Option<i64>]> {
    pub(crate) table: &'static Table,
    /// The published codes. Empty for a published type, because the codes would depend on themselves.
    pub(crate) published: CodeList,
    /// The variants of the rows, with a space between two of them.
    pub(super) variants: &'static str,
    /// Whether a published type reserves numbers. Most do not, and then no row has to be checked.
    pub(crate) reserves: bool,
    /// Whether every row agrees with the catalog. If it is set, the checks of the rows do nothing.
    pub sound: bool,
    /// A free number for each row that needs one. It is last, so that the checks need not know the number of rows.
    pub(super) offers: Offers,
}

impl Definitions {
    /// Returns the published type that reserves `number`.
    pub(super) const fn reserver(&self, number: i64) -> Option<&'static Table> {
        if self.reserves { self.published.reserver(self.table.catalog, number) } else { None }
    }

    pub(super) const fn variant(&self, i: usize) -> &'static str {
        let (mut row, mut start, mut end) = (0, 0, 0);
        each!(byte in self.variants.as_bytes() => {
            match (*byte, row == i) {
                (b' ', true) => break,
                (b' ', false) => {
                    row += 1;
                    start = end + 1;
                }
                _ => {}
            }
            end += 1;
        });
        slice(self.variants, start, end)
    }

    pub(super) const fn published(&self, i: usize) -> Option<ErrorInfo> {
        self.table.published(self.table.row(i))
    }

    pub(super) const fn category(&self, i: usize) -> Option<&'static Category> {
        self.table.category(self.table.row(i))
    }

    pub(super) const fn info(&self, i: usize) -> ErrorInfo {
        ErrorInfo::new(self.table, i)
    }
}
