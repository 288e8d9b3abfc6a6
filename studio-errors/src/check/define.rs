//! Creates the definitions of a type: whether all of its rows agree with the catalog, and the numbers that diagnostics suggest.

use super::definitions::Definitions;
use super::free_number::offers;
use super::property::lacking;
use super::verdict::Verdict;
use crate::code::CodeList;
use crate::code::table::Table;

/// Returns the definitions of the type with `table`. `are_complete`: every row states its number and its http. `variants`: the
/// variants of the rows, with a space between two of them.
#[must_use]
pub const fn definitions<const ROWS: usize>(
    table: &'static Table,
    published: CodeList,
    are_complete: bool,
    variants: &'static str,
) -> Definitions<[Option<i64>; ROWS]> {
    let mut definitions =
        Definitions { table, published, variants, reserves: published.reserves(), sound: false, offers: [None; ROWS] };
    definitions.sound = are_sound(&definitions, are_complete);
    if !definitions.sound {
        definitions.offers = offers(&definitions);
    }
    definitions
}

/// Whether every row has a number and agrees with the catalog.
const fn are_sound(definitions: &Definitions, are_complete: bool) -> bool {
    let table = definitions.table;
    let needs_no_property = table.catalog.properties.is_empty();
    if are_complete
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
