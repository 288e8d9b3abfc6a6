//! Creates the definitions of a type: whether all of its rows agree with the catalog, and the numbers that diagnostics suggest.

use super::definitions::Definitions;
use super::free_number::offers;
use super::property::lacking;
use super::verdict::Verdict;
use crate::code::CodeList;
use crate::code::table::Table;

/// Returns the definitions of the type with `table`. `have_http`: every row states its http. `have_numbers`: no number was refused.
/// `variants`: the variants of the rows, with a space between two of them.
pub const fn definitions<const ROWS: usize>(
    table: &'static Table,
    published: CodeList,
    have_http: bool,
    have_numbers: bool,
    variants: &'static str,
) -> Definitions<[Option<i64>; ROWS]> {
    let mut definitions =
        Definitions { table, published, variants, reserves: published.reserves(), sound: false, offers: [None; ROWS] };
    definitions.sound = are_sound(&definitions, have_http);
    if !definitions.sound || !have_numbers {
        definitions.offers = offers(&definitions);
    }
    definitions
}

/// Whether every row agrees with the catalog. `have_http`: every row states its http.
const fn are_sound(definitions: &Definitions, have_http: bool) -> bool {
    let table = definitions.table;
    let needs_no_property = table.catalog.properties.is_empty();
    if have_http
        && needs_no_property
        && table.published.is_empty()
        && !definitions.reserves
        && are_in_their_categories(table)
    {
        return true;
    }
    let mut i = 0;
    while i < definitions.table.len() {
        if !Verdict::of(definitions, i).is_sound() || lacking(definitions, i).is_some() {
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
