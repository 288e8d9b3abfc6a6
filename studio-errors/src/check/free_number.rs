//! Free numbers, which diagnostics suggest instead of a number that cannot be used.

use super::definitions::Definitions;
use super::report::{Report, say};
use super::verdict::Verdict;
use crate::code::{Category, Codes};

/// Finds a free number of the category for each row that needs one. No two rows get the same number.
pub(super) const fn offers<const ROWS: usize>(definitions: &Definitions) -> [Option<i64>; ROWS] {
    let mut offers = [None; ROWS];
    // The position in each category where the search continues.
    let mut next: [Option<Place>; ROWS] = [None; ROWS];
    let mut categories = [usize::MAX; ROWS];
    let mut i = 0;
    while i < ROWS {
        let row = definitions.table.row(i);
        if let Some(category) = definitions.category(i)
            && (row.is_refused() || Verdict::of(definitions, i).wants_number())
        {
            let mut known = 0;
            while known < i && categories[known] != row.category() && categories[known] != usize::MAX {
                known += 1;
            }
            if categories[known] == usize::MAX {
                categories[known] = row.category();
                next[known] = Place::first(category);
            }
            if let Some(found) = next_free(definitions, category, next[known]) {
                offers[i] = Some(found.number);
                next[known] = found.next(category);
            } else {
                next[known] = None;
            }
        }
        i += 1;
    }
    offers
}

/// A number of a category, and the index of its range.
#[derive(Clone, Copy)]
pub(super) struct Place {
    range: usize,
    pub(super) number: i64,
}

impl Place {
    pub(super) const fn first(category: &Category) -> Option<Self> {
        if category.len() == 0 { None } else { Some(Self { range: 0, number: category.range(0).0 }) }
    }

    pub(super) const fn next(self, category: &Category) -> Option<Self> {
        self.after(self.number, category)
    }

    /// The first number of the category after `last`.
    const fn after(self, last: i64, category: &Category) -> Option<Self> {
        let mut range = self.range;
        while range < category.len() {
            let (from, to) = category.range(range);
            if last < to {
                return Some(Self { range, number: if from > last { from } else { last + 1 } });
            }
            range += 1;
        }
        None
    }
}

/// Returns the first free number of the category, from `place` on.
pub(super) const fn next_free(definitions: &Definitions, category: &Category, place: Option<Place>) -> Option<Place> {
    let mut place = place;
    while let Some(here) = place {
        match taken_until(definitions, here.number) {
            Some(last) => place = here.after(last, category),
            None => return place,
        }
    }
    None
}

/// If this type or a published type uses or reserves the number, returns the last number that is used or reserved with it.
pub(super) const fn taken_until(definitions: &Definitions, number: i64) -> Option<i64> {
    let table = definitions.table;
    let reserved = table.reserved_until(number);
    if reserved.is_some() {
        return reserved;
    }
    if let Some(reserver) = definitions.reserver(number) {
        return reserver.reserved_until(number);
    }
    let is_used =
        Codes::all(table).search(number).is_ok() || definitions.published.look_up(table.catalog, number).is_some();
    if is_used { Some(number) } else { None }
}

/// Adds help with the free number for row `i`.
pub(super) const fn offer<'a>(report: &'a mut Report, definitions: &Definitions, i: usize) -> &'a mut Report {
    match (definitions.offers[i], definitions.category(i)) {
        (Some(free), Some(category)) => {
            report.text("\nhelp: ").padded(free, definitions.table.catalog.width);
            say!(report; " is the next free code in " [category.slug()])
        }
        (None, Some(category)) => say!(report; "\nhelp: no code is free in " [category.slug()]),
        (_, None) => report,
    }
}
