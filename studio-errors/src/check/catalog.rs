//! The checks of a catalog.

use super::envelope::envelope;
use super::report::{Report, refuse};
use crate::code::table::Table;
use crate::code::{Catalog, CatalogFacts, Category};
use crate::text::constant::equal;

/// The check of one catalog.
// This is a trait so that rustc reports only once that a type does not implement `Catalog`.
pub trait Checked {
    /// Checks the catalog. An associated constant is evaluated once, so an error is reported once.
    const CATALOG: ();
}

impl<C: Catalog> Checked for C {
    const CATALOG: () = is_well_formed(&CatalogFacts::of::<C>(), C::ENVELOPE);
}

/// Reports all errors of a catalog in one diagnostic.
#[track_caller]
pub(super) const fn is_well_formed(catalog: &CatalogFacts, template: &str) {
    let mut report = Report::new();
    report.text("the catalog with prefix ").quoted(catalog.prefix).text(" is malformed");
    let sound =
        spelling(&mut report, catalog) & categories(&mut report, catalog.categories) & envelope(&mut report, template);
    if !sound {
        refuse(&report);
    }
}

const fn spelling(report: &mut Report, catalog: &CatalogFacts) -> bool {
    let prefix = catalog.prefix.as_bytes();
    let mut is_word = prefix.len() <= 32;
    let mut i = 0;
    while i < prefix.len() {
        is_word &= match prefix[i] {
            b'A'..=b'Z' => true,
            b'0'..=b'9' => i > 0,
            b'_' => i > 0 && i + 1 < prefix.len(),
            _ => false,
        };
        i += 1;
    }
    if !is_word {
        report.text("\n- its prefix is not a word in capital letters").text(
            "\n  help: use `A` to `Z`, digits and inner underscores, beginning with a letter, at most 32, such as `ACME`",
        );
    }
    let separator = catalog.separator.as_bytes();
    let mut is_separator = separator.len() <= 4;
    let mut i = 0;
    while i < separator.len() {
        is_separator &= matches!(separator[i], b'_' | b'-' | b'.' | b':');
        i += 1;
    }
    if !is_separator {
        report.text("\n- its separator is ").quoted(catalog.separator);
        report.text("\n  help: use at most four of `_`, `-`, `.` and `:`, or nothing");
    }
    let separates = match prefix {
        [] => separator.is_empty(),
        [.., last] => !separator.is_empty() || !last.is_ascii_digit(),
    };
    if !separates && prefix.is_empty() {
        report.text("\n- it has a separator and no prefix\n  help: write `const SEPARATOR: &'static str = \"\";`");
    } else if !separates {
        report.text("\n- its prefix ends with a digit, and nothing separates it from the number");
        report.text("\n  help: write `const SEPARATOR: &'static str = \"_\";`");
    }
    let is_width = catalog.width <= 10;
    if !is_width {
        report.text("\n- its width is ").count(catalog.width);
        report.text("\n  help: write at most 10, which is the length of the longest number");
    }
    is_word && is_separator && separates && is_width
}

const fn categories(report: &mut Report, categories: &[Category]) -> bool {
    let mut sound = true;
    let mut i = 0;
    while i < categories.len() {
        let category = &categories[i];
        if category.slug().is_empty() {
            sound = false;
            report.text("\n- the slug of category ").quoted(category.title()).text(" is empty");
            report.text("\n  help: write a slug, such as `quota`");
        }
        let mut j = 0;
        while j < i {
            let earlier = &categories[j];
            if equal(earlier.slug(), category.slug()) && !category.slug().is_empty() {
                sound = false;
                report.text("\n- two categories have the slug ").quoted(category.slug());
                report.text("\n  help: give each category its own slug");
            }
            if overlap(earlier, category) {
                sound = false;
                report.text("\n- category ").category(category).text(" overlaps ").category(earlier);
                report.text("\n  help: give each category its own numbers");
            }
            j += 1;
        }
        i += 1;
    }
    sound
}

const fn overlap(a: &Category, b: &Category) -> bool {
    let mut i = 0;
    while i < a.len() {
        let mut j = 0;
        while j < b.len() {
            if a.range(i).0 <= b.range(j).1 && b.range(j).0 <= a.range(i).1 {
                return true;
            }
            j += 1;
        }
        i += 1;
    }
    false
}

/// Checks that the catalog lists the type with this table. Only a listed type may have the key `published`.
#[track_caller]
pub const fn listed<C: Catalog>(table: &Table) {
    if !C::PUBLISHED.lists(table.path) {
        let mut report = Report::new();
        report.text("the catalog does not list ").quoted(table.name).text(", whose codes it publishes\nhelp: list `<");
        report.text(table.name).text(" as CodeSet>::CODES` in its `PUBLISHED`, or remove `published`");
        refuse(&report);
    }
}
