//! The checks of the category of a type or a variant.

use super::definitions::Definitions;
use super::report::{Report, say};
use crate::code::{Catalog, Category};
use crate::text::constant::{Nearest, each, equal, find};

/// Returns the categories of the catalog with these slugs. [`category`] reports an unknown slug.
pub const fn categories<C: Catalog, const N: usize>(slugs: [&str; N]) -> [Option<&'static Category>; N] {
    let mut categories = [None; N];
    let mut i = 0;
    while i < N {
        categories[i] = of_slug(C::CATEGORIES, slugs[i]);
        i += 1;
    }
    categories
}

const fn of_slug(categories: &'static [Category], slug: &str) -> Option<&'static Category> {
    find!(category in categories => equal(category.slug(), slug))
}

/// Checks that the catalog has a category with this slug.
#[track_caller]
pub const fn category<C: Catalog>(slug: &str) {
    if of_slug(C::CATEGORIES, slug).is_none() {
        unknown(C::CATEGORIES, slug);
    }
}

/// Checks that the catalog has the category of row `i`. Returns `i`, so that one expression checks the category and the facts.
#[track_caller]
pub const fn category_of(definitions: &Definitions, slug: &str, i: usize) -> usize {
    if !definitions.sound && definitions.category(i).is_none() {
        unknown(definitions.table.catalog.categories, slug);
    }
    i
}

#[track_caller]
const fn unknown(categories: &'static [Category], slug: &str) {
    let mut report = Report::new();
    say!(report; "unknown category " [slug] "\nhelp: ");
    match nearest(categories, slug) {
        Some(nearest) => say!(report; "did you mean " [nearest] "?").refuse(),
        None => list(&mut report, categories).refuse(),
    }
}

/// Reports a variant or a type without a category. The number, if there is one, shows which category to suggest.
#[track_caller]
pub const fn category_missing(definitions: &Definitions, name: &str, number: Option<i64>, place: &str) {
    let categories = definitions.table.catalog.categories;
    let mut report = Report::new();
    say!(report; [name] " has no category\nhelp: add `category = \"");
    if let Some(number) = number
        && let Some(category) = owner(categories, number)
    {
        say!(report; {category.slug()} "\"`" {place}).refuse();
    }
    list(say!(report; "..\"`" {place} "; "), categories).refuse();
}

pub(super) const fn owner(categories: &'static [Category], number: i64) -> Option<&'static Category> {
    find!(category in categories => category.owns(number))
}

pub(super) const fn nearest(categories: &'static [Category], slug: &str) -> Option<&'static str> {
    let mut nearest = Nearest::to(slug);
    each!(category in categories => { nearest.compare(category.slug()) });
    nearest.found
}

const fn list<'a>(report: &'a mut Report, categories: &[Category]) -> &'a mut Report {
    match categories.len() {
        0 => return report.text("the catalog has no category yet: add one to its `CATEGORIES`"),
        1 => report.text("the only category is "),
        _ => report.text("the categories are "),
    };
    let mut i = 0;
    each!(category in categories => { i = report.entry(i, category.slug()) });
    report.more(i)
}
