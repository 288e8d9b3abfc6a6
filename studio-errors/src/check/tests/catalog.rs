//! Tests of the checks of a catalog.

use super::*;
use crate::catalog::QuotaError;
use crate::check::catalog::is_well_formed;
use crate::check::listed;
use crate::code::CodeSet;

fn reported(facts: CatalogFacts) -> String {
    report(|| is_well_formed(&facts))
}

fn with(categories: &'static [Category]) -> CatalogFacts {
    CatalogFacts { categories, ..*ACME }
}

#[test]
fn catalogs_with_different_formats_are_accepted() {
    for facts in [
        *STUDIO,
        *ACME,
        acme("A_1", "_", 0),
        acme("A2345678901234567890123456789012", "_", 0),
        acme("HE", "_", 2),
        acme("E", "", 10),
        acme("", "", 0),
        acme("A", "-.:_", 0),
        with(&[]),
    ] {
        assert_eq!(reported(facts), "", "{facts:?}");
    }
}

#[test]
fn each_error_in_the_format_is_reported() {
    let word = "its prefix is not a word in capital letters";
    for (facts, expected) in [
        (acme("1A", "_", 0), word),
        (acme("A-B", "_", 0), word),
        (acme("A_", "_", 0), word),
        (acme("_A", "_", 0), word),
        (acme("acme", "_", 0), word),
        (acme("A23456789012345678901234567890123", "_", 0), word),
        (acme("A", "/", 0), "its separator is `/`"),
        (acme("A", "_____", 0), "its separator is `_____`"),
        (acme("A", "1", 0), "its separator is `1`"),
        (acme("", "_", 0), "it has a separator and no prefix"),
        (acme("A1", "", 0), "its prefix ends with a digit, and nothing separates it from the number"),
        (acme("A", "_", 11), "its width is 11"),
    ] {
        let reported = reported(facts);
        let found = reported.lines().filter(|line| line.starts_with("- ")).collect::<Vec<_>>();
        assert_eq!(found, [std::format!("- {expected}")], "{reported}");
        assert_eq!(reported.lines().filter(|line| line.starts_with("  help: ")).count(), 1, "{reported}");
    }
}

#[test]
fn each_error_in_the_categories_is_reported() {
    let a = Category::new("a", "A", 5..=9);
    for (categories, expected) in [
        ([a, Category::new("a", "B", 10..=19)], "two categories have the slug `a`"),
        ([a, Category::new("b", "B", 1..=5)], "category `b` (1-5) overlaps `a` (5-9)"),
        ([a, Category::new("b", "B", 9..=9)], "category `b` (9-9) overlaps `a` (5-9)"),
        ([a, Category::with_ranges("b", "B", &[1..=2, 7..=7])], "category `b` (1-2, 7-7) overlaps `a` (5-9)"),
        ([a, Category::new("", "B", 1..=4)], "the slug of category `B` is empty"),
    ] {
        let reported = reported(with(Box::leak(Box::new(categories))));
        let found = reported.lines().filter(|line| line.starts_with("- ")).collect::<Vec<_>>();
        assert_eq!(found, [std::format!("- {expected}")], "{reported}");
    }
    assert_eq!(reported(with(Box::leak(Box::new([a, Category::with_ranges("b", "B", &[1..=4, 10..=12])])))), "");
}

#[test]
fn all_errors_of_a_catalog_are_in_one_report() {
    let categories = Box::leak(Box::new([
        Category::new("a", "A", 1..=9),
        Category::new("b", "B", 5..=12),
        Category::new("a", "C", 9..=10),
    ]));
    let facts = CatalogFacts { categories, width: 11, ..acme("acme", "/", 0) };
    assert_eq!(
        reported(facts),
        "the catalog with prefix `acme` is malformed\n\
         - its prefix is not a word in capital letters\n  \
         help: use `A` to `Z`, digits and inner underscores, beginning with a letter, at most 32, such as `ACME`\n\
         - its separator is `/`\n  help: use at most four of `_`, `-`, `.` and `:`, or nothing\n\
         - its width is 11\n  help: write at most 10, which is the length of the longest number\n\
         - category `b` (5-12) overlaps `a` (1-9)\n  help: give each category its own numbers\n\
         - two categories have the slug `a`\n  help: give each category its own slug\n\
         - category `a` (9-10) overlaps `a` (1-9)\n  help: give each category its own numbers\n\
         - category `a` (9-10) overlaps `b` (5-12)\n  help: give each category its own numbers"
    );
}

#[test]
fn a_published_type_that_is_not_listed_is_refused() {
    assert_eq!(report(|| listed::<Studio>(QuotaError::CODES.own())), "");
    // A type with the same name and codes is not the listed type.
    let namesake = leaked(table("QuotaError", STUDIO, &[quota(1601, 402, "INSUFFICIENT_CREDITS")], &[]));
    assert_eq!(
        report(|| listed::<Studio>(namesake)),
        "the catalog does not list `QuotaError`, whose codes it publishes\n\
         help: list `<QuotaError as CodeSet>::CODES` in its `PUBLISHED`, or remove `published`"
    );
    // A type without codes publishes nothing.
    assert_eq!(report(|| listed::<Studio>(leaked(table("Empty", STUDIO, &[], &[])))), "");
}
