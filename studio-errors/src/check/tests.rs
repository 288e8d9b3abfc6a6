//! The checks called as the plain functions that they are.
// Ranges that hold nothing are what is tested.
#![allow(clippy::reversed_empty_ranges)]

extern crate std;

use alloc::boxed::Box;
use alloc::string::String;
use std::panic::{UnwindSafe, catch_unwind};

use super::catalog::nearest;
use super::free::next_free;
use super::*;
use crate::catalog::{Catalog, Studio};
use crate::definitions::{Judged, Written};

const QUOTA: &Category = &Studio::CATEGORIES[6];

const fn row(number: u16, http: u16, name: &'static str) -> Written {
    Written {
        number,
        code: "STUDIO_0",
        http,
        category: Some(QUOTA),
        name,
        description: "What happened",
        remark: true,
        resolution: "",
        json: "",
    }
}

fn definitions<const N: usize>(rows: [Written; N], reserved: &'static [(u16, u16)]) -> Definitions {
    let rows: &'static [Written; N] = Box::leak(Box::new(rows));
    let judged: &'static [Judged; N] = Box::leak(Box::new(Judged::rows::<Studio, N>(rows, Studio::PUBLISHED)));
    let distinct = rows.iter().filter(|row| row.number > 0).count();
    Definitions::new::<Studio>(rows, judged, distinct, Studio::PUBLISHED, reserved)
}

/// What a check says; empty where it finds nothing.
fn report(check: impl FnOnce() + UnwindSafe) -> String {
    match catch_unwind(check) {
        Ok(()) => String::new(),
        Err(panic) => panic.downcast_ref::<String>().expect("a report is a text").clone(),
    }
}

#[test]
fn both_ends_of_a_range_are_in_it() {
    let judged = |number| {
        let definitions = definitions([row(number, 402, "UNPAID")], &[]);
        report(move || code(&definitions, 0))
    };
    assert_eq!((judged(1604), judged(1699)), (String::new(), String::new()));
    let below = "code 1599 is outside category `quota` (1600-1699)\nnote: 1599 belongs to `render` (1500-1599)";
    assert_eq!(judged(1599), std::format!("{below}\nhelp: 1604 is the next free code in `quota`"));
    assert!(judged(1700).contains("note: 1700 belongs to `authentication` (1700-1799)"));
    assert!(!judged(9000).contains("note"));
    assert!(judged(1600).contains("published as `RATE_LIMIT_EXCEEDED` with http 429, not as `UNPAID` with http 402"));
}

#[test]
fn the_next_free_code_is_nobody_elses() {
    let rows = [row(1604, 402, "A"), row(1605, 402, "B"), row(1608, 402, "C")];
    let definitions = definitions(rows, &[(1606, 1606), (1609, 1650)]);
    let free = |skip| next_free(&definitions, QUOTA, skip);
    assert_eq!([free(0), free(1), free(2)], [Some(1607), Some(1651), Some(1652)]);
    assert_eq!((free(49), free(50)), (Some(1699), None));
    assert_eq!(next_free(&definitions, &Category::new("last", "Last", 65535..=65535), 0), Some(65535));
    assert_eq!(next_free(&definitions, &Category::new("last", "Last", 65535..=65535), 1), None);
}

#[test]
fn each_variant_that_wants_a_code_is_offered_its_own() {
    let definitions = definitions([row(0, 402, "A"), row(0, 402, "B"), row(1700, 402, "C")], &[]);
    let offered: [_; 3] = core::array::from_fn(|i| free(&definitions, i));
    assert_eq!(offered, [Some((1604, "quota")), Some((1605, "quota")), Some((1606, "quota"))]);
}

#[test]
fn facts_agree_with_what_is_published() {
    let definitions = definitions([row(1600, 0, "RATE_LIMIT_EXCEEDED"), row(1601, 403, "INSUFFICIENT_CREDITS")], &[]);
    let definitions: &'static Definitions = Box::leak(Box::new(definitions));
    assert_eq!(report(|| http(definitions, 0)), "");
    assert_eq!(report(|| http(definitions, 1)), "`STUDIO_1601` is published with http 402, not 403\nhelp: write `402`");
    assert_eq!(report(|| name(definitions, 1, false)), "");
}

#[test]
fn the_nearest_category_is_meant() {
    let nearest = |slug| nearest(Studio::CATEGORIES, slug).map(Category::slug);
    assert_eq!(nearest("quotas"), Some("quota"));
    assert_eq!(nearest("qutoa"), Some("quota"));
    assert_eq!(nearest("auth"), Some("authentication"));
    assert_eq!(nearest("Render Jobs"), Some("render"));
    assert_eq!(nearest("wallet"), None);
    assert_eq!(nearest(""), None);
    assert_eq!(nearest(&"q".repeat(500)), None);
}

macro_rules! catalogs {
    ($($name:ident: $prefix:expr, [$($category:expr),*];)+) => {$(
        struct $name;

        impl Catalog for $name {
            const PREFIX: &'static str = $prefix;
            const CATEGORIES: &'static [Category] = &[$($category),*];
        }
    )+};
}

catalogs! {
    Sound: "A_1", [Category::new("a", "A", 1..=9), Category::new("b", "B", 10..=10)];
    Empty: "", [];
    Digit: "1A", [];
    Hyphen: "A-B", [];
    Trailing: "A_", [];
    FromZero: "A", [Category::new("a", "A", 0..=9)];
    Reversed: "A", [Category::new("a", "A", 9..=1)];
    Twice: "A", [Category::new("a", "A", 1..=9), Category::new("a", "A", 10..=19)];
    Overlapping: "A", [Category::new("a", "A", 5..=9), Category::new("b", "B", 1..=5)];
    NoSlug: "A", [Category::new("", "A", 1..=9)];
    Wordy: "A", [Category::new(LONG, "A", 9..=1)];
}

const LONG: &str = match core::str::from_utf8(&[b'a'; 2000]) {
    Ok(text) => text,
    Err(_) => "",
};

#[test]
fn a_catalog_is_well_formed() {
    assert_eq!(report(catalog::<Sound>), "");
    assert_eq!(report(catalog::<Studio>), "");
    for (said, expected) in [
        (report(catalog::<Empty>), "the prefix `` of this catalog is malformed"),
        (report(catalog::<Digit>), "the prefix `1A`"),
        (report(catalog::<Hyphen>), "the prefix `A-B`"),
        (report(catalog::<Trailing>), "the prefix `A_`"),
        (report(catalog::<FromZero>), "category `a` (0-9) of this catalog owns no number"),
        (report(catalog::<Reversed>), "category `a` (9-1) of this catalog owns no number"),
        (report(catalog::<Twice>), "two categories of this catalog are called `a`"),
        (report(catalog::<Overlapping>), "category `b` (1-5) of this catalog overlaps `a` (5-9)"),
        (report(catalog::<NoSlug>), "the slug of category `A` of this catalog is empty"),
    ] {
        assert!(said.starts_with(expected), "{said}");
    }
}

#[test]
fn a_report_is_cut_at_a_whole_piece() {
    assert_eq!(
        report(catalog::<Wordy>),
        "category `` (9-1) of this catalog owns no number\n\
         help: write a range that begins at 1 or above and does not end before it begins",
    );
    let definitions = definitions([row(1700, 402, "A")], &[]);
    let said = report(move || outside(&definitions, 0, LONG));
    assert!(said.len() <= 1024 && said.ends_with("help: 1604 is the next free code in `quota`"), "{said}");
}
