//! The checks of a catalog, and of what names one.

use super::{Report, in_quotes, in_range, refuse};
use crate::code::Catalog;
use crate::code::Category;
use crate::code::CodeList;
use crate::text::constant::{begins, distance, equal};

/// The catalog has a category of this slug.
#[track_caller]
pub const fn category<C: Catalog>(slug: &str) {
    if category_of::<C>(slug).is_some() {
        return;
    }
    let report = in_quotes(Report::new().text("unknown category "), slug).text("\nhelp: ");
    match nearest(C::CATEGORIES, slug) {
        Some(nearest) => refuse(&in_quotes(report.text("did you mean "), nearest.slug()).text("?")),
        None => refuse(&list(report, C::CATEGORIES)),
    }
}

/// The category that a misspelt slug was meant to be: a few letters off, begun, or continued.
pub(super) const fn nearest(categories: &'static [Category], slug: &str) -> Option<&'static Category> {
    let mut nearest = None;
    let mut least = 2 + slug.len() / 3;
    let mut i = 0;
    while i < categories.len() {
        let known = categories[i].slug();
        let meant = slug.len() > 2 && (begins(known, slug) || begins(slug, known));
        let distance = if meant { 0 } else { distance(slug, known) };
        if distance < least {
            least = distance;
            nearest = Some(&categories[i]);
        }
        i += 1;
    }
    nearest
}

pub(super) const fn list(report: Report, categories: &[Category]) -> Report {
    let mut report = match categories.len() {
        0 => return report.text("the catalog has no category yet: give its `CATEGORIES` one"),
        1 => report.text("the only category is "),
        _ => report.text("the categories are "),
    };
    let mut i = 0;
    while i < categories.len() {
        if i > 0 {
            report = report.text(", ");
        }
        report = in_quotes(report, categories[i].slug());
        i += 1;
    }
    report
}

/// The category of this slug; `None` is reported by [`category`], once.
#[must_use]
pub const fn category_of<C: Catalog>(slug: &str) -> Option<&'static Category> {
    let mut i = 0;
    while i < C::CATEGORIES.len() {
        if equal(C::CATEGORIES[i].slug(), slug) {
            return Some(&C::CATEGORIES[i]);
        }
        i += 1;
    }
    None
}

/// The catalog is well formed.
#[track_caller]
pub const fn catalog<C: Catalog>() {
    let prefix = C::PREFIX.as_bytes();
    let mut sound = !prefix.is_empty() && prefix.len() <= 32;
    let mut i = 0;
    while i < prefix.len() {
        sound &= match prefix[i] {
            b'A'..=b'Z' => true,
            b'0'..=b'9' => i > 0,
            b'_' => i > 0 && i + 1 < prefix.len(),
            _ => false,
        };
        i += 1;
    }
    if !sound {
        refuse(
            &in_quotes(Report::new().text("the prefix "), C::PREFIX)
                .text(" of this catalog is malformed\nhelp: use `A` to `Z`, digits and inner underscores, beginning with a letter, 32 at the most, such as `ACME`"),
        );
    }
    let mut i = 0;
    while i < C::CATEGORIES.len() {
        let category = &C::CATEGORIES[i];
        if category.slug().is_empty() {
            refuse(
                &in_quotes(Report::new().text("the slug of category "), category.title())
                    .text(" of this catalog is empty\nhelp: give it a slug, such as `quota`"),
            );
        }
        if !owns_some(category) {
            let report = in_range(Report::new().text("category "), category).text(" of this catalog owns no number");
            refuse(&report.text("\nhelp: write a range that begins at 1 or above and does not end before it begins"));
        }
        let mut j = 0;
        while j < i {
            let earlier = &C::CATEGORIES[j];
            if equal(earlier.slug(), category.slug()) {
                let report =
                    in_quotes(Report::new().text("two categories of this catalog are called "), category.slug());
                refuse(&report.text("\nhelp: give each category its own slug"));
            }
            if earlier.first() <= category.last() && category.first() <= earlier.last() {
                let report = in_range(Report::new().text("category "), category).text(" of this catalog overlaps ");
                refuse(&in_range(report, earlier).text("\nhelp: give each category its own numbers"));
            }
            j += 1;
        }
        i += 1;
    }
}

/// The catalog lists the codes that the type `holder` publishes.
#[track_caller]
pub const fn listed<C: Catalog>(codes: CodeList, holder: &str) {
    let own = codes.own();
    let mut i = 0;
    while i < own.len() {
        let number = own[i].code.number();
        if number > 0 && C::PUBLISHED.look_up(C::PREFIX, number).is_none() {
            refuse(
                &Report::new()
                    .text("the catalog does not list `")
                    .text(holder)
                    .text("`, whose codes it publishes\nhelp: list `<")
                    .text(holder)
                    .text(" as CodeSet>::CODES` in its `PUBLISHED`"),
            );
        }
        i += 1;
    }
}

pub(super) const fn owns_some(category: &Category) -> bool {
    0 < category.first() && category.first() <= category.last()
}

pub(super) const fn owner(categories: &'static [Category], number: u16) -> Option<&'static Category> {
    let mut i = 0;
    while i < categories.len() {
        if categories[i].owns(number) {
            return Some(&categories[i]);
        }
        i += 1;
    }
    None
}
