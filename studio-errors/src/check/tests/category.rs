//! Tests of the checks of categories.

use alloc::format;

use super::*;
use crate::check;
use crate::check::category::{nearest, owner};

struct One;

impl Catalog for One {
    const PREFIX: &'static str = "ONE";
    const CATEGORIES: &'static [Category] = &[Category::new("a", "A", 1..=9)];
}

struct Empty;

impl Catalog for Empty {
    const PREFIX: &'static str = "EMPTY";
    const CATEGORIES: &'static [Category] = &[];
}

const EACH: &str = "the categories are `image`, `video`, `audio`, `music`, `templates`, `render`, `quota`, `authentication`, `integrations`, `validation`, `general`";

#[test]
fn the_most_similar_category_is_suggested() {
    let nearest_of = |slug| nearest(Studio::CATEGORIES, slug);
    for (slug, expected) in [
        ("quotas", Some("quota")),
        ("qutoa", Some("quota")),
        ("auth", Some("authentication")),
        ("Render Jobs", Some("render")),
        ("wallet", None),
        ("", None),
        ("muisc", Some("music")),
        ("qxxxa", None),
        ("qu", None),
        ("quo", Some("quota")),
        ("xudio", Some("audio")),
    ] {
        assert_eq!(nearest_of(slug), expected, "{slug}");
    }
    assert_eq!(nearest_of(&"q".repeat(500)), None);
    // Of two equally similar categories, the first is suggested.
    let twins = Box::leak(Box::new([Category::new("ab", "A", 1..=1), Category::new("ac", "B", 2..=2)]));
    assert_eq!(nearest(twins, "ad"), Some("ab"));
}

#[test]
fn the_report_of_an_unknown_category_lists_all_categories() {
    fn of<C: Catalog>(slug: &str) -> String {
        report(|| check::category::<C>(slug))
    }
    assert_eq!(of::<Studio>("quota"), "");
    let unknown = |slug, help| format!("unknown category `{slug}`\nhelp: {help}");
    assert_eq!(of::<Studio>("quotas"), unknown("quotas", "did you mean `quota`?"));
    assert_eq!(of::<Studio>("wallet"), unknown("wallet", EACH));
    assert_eq!(of::<One>("wallet"), unknown("wallet", "the only category is `a`"));
    let none = "the catalog has no category yet: add one to its `CATEGORIES`";
    assert_eq!(of::<Empty>("wallet"), unknown("wallet", none));
}

#[test]
fn the_category_of_a_row_is_checked_with_its_facts() {
    for known in [quota(1650, 402, "A"), quota(1700, 402, "A")] {
        assert_eq!(check::category_of(definitions(&[known, known], &[]), "quota", 1), 1);
    }
    let unknown = definitions(&[Sample { category: None, ..quota(1650, 402, "A") }], &[]);
    let of = |slug| report(|| assert_eq!(check::category_of(unknown, slug, 0), 0));
    assert_eq!(of("quotas"), "unknown category `quotas`\nhelp: did you mean `quota`?");
    // The number of a row without a category has no other diagnostic.
    assert_eq!(report(|| assert_eq!(check::fact(unknown, 0), 1)), "");
}

#[test]
fn categories_are_found_by_their_slugs() {
    let found = check::categories::<Studio, 3>(["image", "wallet", "general"]);
    assert_eq!(found.map(|category| category.map(Category::slug)), [Some("image"), None, Some("general")]);
}

#[test]
fn the_category_of_the_number_is_suggested() {
    let definitions = definitions(&[refused(None)], &[]);
    let of = |number| report(|| check::category_missing(definitions, "E", number, " here"));
    let help = "`E` has no category\nhelp: add `category =";
    for (number, slug) in [(1000, "image"), (1699, "quota"), (2000, "general")] {
        assert_eq!(of(Some(number)), format!("{help} \"{slug}\"` here"));
    }
    for number in [None, Some(0)] {
        assert_eq!(of(number), format!("{help} \"..\"` here; {EACH}"));
    }
    let zero = under(ACME, &[], &[], CodeList::EMPTY);
    assert_eq!(report(|| check::category_missing(zero, "E", Some(0), "")), format!("{help} \"all\"`"));
    assert_eq!(owner(ACME.categories, 10_000), None);
}
