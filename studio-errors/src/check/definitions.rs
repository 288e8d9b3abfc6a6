//! What the checks of one type need.

use super::verdict::are_sound;
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
    /// The definitions of the type with `table`. `have_http`: every row states its http.
    #[must_use]
    pub const fn new(table: &'static Table, published: CodeList, have_http: bool) -> Self {
        let mut definitions = Self { table, published, reserves: published.reserves(), sound: false };
        definitions.sound = are_sound(&definitions, have_http);
        definitions
    }

    /// The published type that reserves `number`.
    pub(super) const fn reserver(&self, number: u32) -> Option<&'static Table> {
        if self.reserves { self.published.reserver(self.table.catalog, number) } else { None }
    }

    pub(super) const fn info(&self, i: usize) -> ErrorInfo {
        ErrorInfo::new(self.table, i)
    }
}
