//! What the checks of one type need.

use crate::code::table::Table;
use crate::code::{CodeList, ErrorInfo};

/// One type and what its catalog publishes.
#[derive(Clone, Copy, Debug)]
pub struct Definitions {
    pub(crate) table: &'static Table,
    /// What the catalog publishes; nothing for a type that the catalog publishes, which would depend on itself.
    pub(crate) published: CodeList,
    /// Whether a published type reserves numbers: most catalogs reserve none, and the check of each row is spared.
    pub(crate) reserves: bool,
    /// Whether every row agrees with its catalog. Most types do, and nothing else is computed for their rows.
    pub sound: bool,
}

impl Definitions {
    /// The published type that reserves `number`.
    pub(super) const fn reserver(&self, number: u32) -> Option<&'static Table> {
        if self.reserves { self.published.reserver(self.table.catalog, number) } else { None }
    }

    pub(super) const fn info(&self, i: usize) -> ErrorInfo {
        ErrorInfo::new(self.table, i)
    }
}
