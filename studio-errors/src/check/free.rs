//! The numbers that are free, for whoever needs one.

use super::{Report, in_quotes};
use crate::check::definitions::{Definitions, Verdict};
use crate::code::Category;

/// Names the number that row `i` could have.
pub(super) const fn offer(report: Report, definitions: &Definitions, i: usize) -> Report {
    match (free(definitions, i), definitions.rows[i].category) {
        (Some((free, category)), _) => {
            in_quotes(report.text("\nhelp: ").number(free).text(" is the next free code in "), category)
        }
        (None, Some(category)) => in_quotes(report.text("\nhelp: no code is free in "), category.slug()),
        (None, None) => report,
    }
}

/// The number that row `i` could have, and its category: each row that wants one is offered its own.
pub(super) const fn free(definitions: &Definitions, i: usize) -> Option<(u16, &'static str)> {
    let Some(category) = definitions.rows[i].category else {
        return None;
    };
    let mut before = 0;
    let mut j = 0;
    while j < i {
        if let Some(other) = definitions.rows[j].category
            && other.first() == category.first()
            && wants_number(definitions, j)
        {
            before += 1;
        }
        j += 1;
    }
    match next_free(definitions, category, before) {
        Some(free) => Some((free, category.slug())),
        None => None,
    }
}

const fn wants_number(definitions: &Definitions, i: usize) -> bool {
    definitions.rows[i].number == 0
        || matches!(definitions.judged[i].verdict, Verdict::OutsideCategory | Verdict::Taken)
}

/// The lowest number of the category that nobody holds, after `skip` of them: not this type, not the catalog, and not
/// reserved.
pub(super) const fn next_free(definitions: &Definitions, category: &Category, skip: usize) -> Option<u16> {
    let mut skip = skip;
    let mut number = category.first();
    loop {
        if is_free(definitions, number) {
            if skip == 0 {
                return Some(number);
            }
            skip -= 1;
        }
        if number >= category.last() {
            return None;
        }
        number += 1;
    }
}

pub(super) const fn is_free(definitions: &Definitions, number: u16) -> bool {
    let mut i = 0;
    while i < definitions.reserved.len() {
        let (first, last) = definitions.reserved[i];
        if first <= number && number <= last {
            return false;
        }
        i += 1;
    }
    let (mut from, mut to) = (0, definitions.distinct);
    while from < to {
        let middle = usize::midpoint(from, to);
        let held = definitions.rows[middle].number;
        if held < number {
            from = middle + 1;
        } else if number < held {
            to = middle;
        } else {
            return false;
        }
    }
    definitions.published.look_up(definitions.prefix, number).is_none()
}
