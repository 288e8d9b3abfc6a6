//! The arguments of the checks of one type, and whether all of its rows agree with the catalog.

use super::free_number::offers;
use super::verdict::Verdict;
use crate::code::table::Table;
use crate::code::{CodeList, ErrorInfo};

/// A type, the published codes of its catalog, and what is computed once for all checks of the type.
#[derive(Debug)]
pub struct Definitions<Offers: ?Sized = [Option<u32>]> {
    pub(crate) table: &'static Table,
    /// The published codes. Empty for a published type, because the codes would depend on themselves.
    pub(crate) published: CodeList,
    /// Whether a published type reserves numbers. Most do not, and then no row has to be checked.
    pub(crate) reserves: bool,
    /// Whether every row agrees with the catalog. If it is set, the checks of the rows do nothing.
    pub sound: bool,
    /// A free number for each row that needs one. It is last, so that the checks need not know the number of rows.
    pub(super) offers: Offers,
}

impl Definitions {
    /// Returns the published type that reserves `number`.
    pub(super) const fn reserver(&self, number: u32) -> Option<&'static Table> {
        if self.reserves { self.published.reserver(self.table.catalog, number) } else { None }
    }

    pub(super) const fn info(&self, i: usize) -> ErrorInfo {
        ErrorInfo::new(self.table, i)
    }
}

/// Returns the definitions of the type with `table`. `have_http`: every row states its http. `have_numbers`: no number was refused.
#[must_use]
pub const fn definitions<const ROWS: usize>(
    table: &'static Table,
    published: CodeList,
    have_http: bool,
    have_numbers: bool,
) -> Definitions<[Option<u32>; ROWS]> {
    let mut definitions =
        Definitions { table, published, reserves: published.reserves(), sound: false, offers: [None; ROWS] };
    definitions.sound = are_sound(&definitions, have_http);
    if !definitions.sound || !have_numbers {
        definitions.offers = offers(&definitions);
    }
    definitions
}

/// Whether every row agrees with the catalog. `have_http`: every row states its http.
const fn are_sound(definitions: &Definitions, have_http: bool) -> bool {
    let table = definitions.table;
    if have_http && table.published.is_empty() && !definitions.reserves && are_in_their_categories(table) {
        return true;
    }
    let mut i = 0;
    while i < definitions.table.len() {
        if !Verdict::of(definitions, definitions.table.row(i)).is_sound() {
            return false;
        }
        i += 1;
    }
    true
}

/// Whether one range of each category owns all rows of the category.
const fn are_in_their_categories(table: &Table) -> bool {
    let mut i = 0;
    while i < table.bounds.len() {
        let (first, last) = table.bounds[i];
        match table.categories[i] {
            Some(category) if category.owns_all(first, last) => {}
            _ => return false,
        }
        i += 1;
    }
    true
}
