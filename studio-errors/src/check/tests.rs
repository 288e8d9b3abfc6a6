//! The checks called as the plain functions that they are.
// Ranges that hold nothing are what is tested.
#![allow(clippy::reversed_empty_ranges)]

extern crate std;

use alloc::boxed::Box;
use alloc::string::String;
use std::panic::{UnwindSafe, catch_unwind};

use super::catalog::nearest;
use super::free::{is_free, next_free};
use super::*;
use crate::catalog::{QuotaError, Studio};
use crate::check::definitions::{Judged, Written};
use crate::code::Catalog;
use crate::code::Code;
use crate::code::CodeSet;
use crate::code::Row;
use crate::code::{CodeList, Reserved};

const QUOTA: &Category = &Studio::CATEGORIES[6];

const fn row(number: u16, http: u16, name: &'static str) -> Written {
    row_of(Some(QUOTA), number, http, name)
}

const fn row_of(category: Option<&'static Category>, number: u16, http: u16, name: &'static str) -> Written {
    Written {
        number,
        code: "STUDIO_0",
        http,
        category,
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

const TWINS: &[Category] = &[Category::new("ab", "A", 1..=1), Category::new("ac", "B", 2..=2)];

#[test]
fn the_nearest_category_is_meant() {
    let nearest = |slug| nearest(Studio::CATEGORIES, slug).map(Category::slug);
    assert_eq!(nearest("quotas"), Some("quota"));
    assert_eq!(nearest("qutoa"), Some("quota"));
    assert_eq!(nearest("auth"), Some("authentication"));
    assert_eq!(nearest("Render Jobs"), Some("render"));
    assert_eq!(nearest("wallet"), None);
    assert_eq!(nearest(""), None);
    let long = "q".repeat(500);
    assert_eq!(nearest(&long), None);
    // A third of the letters, and one more.
    assert_eq!((nearest("muisc"), nearest("qxxxa")), (Some("music"), None));
    assert_eq!((nearest("qu"), nearest("quo")), (None, Some("quota")));
    // Of two that are as near, the first.
    assert_eq!(nearest("xudio"), Some("audio"));
    assert_eq!(catalog::nearest(TWINS, "ad").map(Category::slug), Some("ab"));
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
    Longest: "A2345678901234567890123456789012", [];
    TooLong: "A23456789012345678901234567890123", [];
    Only: "A", [Category::new("a", "A", 1..=9)];
    Underscore: "_A", [];
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
    assert_eq!(report(catalog::<Longest>), "");
    for (said, expected) in [
        (report(catalog::<Empty>), "the prefix `` of this catalog is malformed"),
        (report(catalog::<Digit>), "the prefix `1A`"),
        (report(catalog::<Hyphen>), "the prefix `A-B`"),
        (report(catalog::<Trailing>), "the prefix `A_`"),
        (report(catalog::<Underscore>), "the prefix `_A`"),
        (report(catalog::<TooLong>), "the prefix `A23456789012345678901234567890123`"),
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

/// Row 0 of these, judged by `check`.
fn said(row: Written, check: impl FnOnce(&Definitions) + UnwindSafe) -> String {
    let definitions = definitions([row], &[]);
    report(move || check(&definitions))
}

#[test]
fn a_category_that_is_a_mistake_itself_is_no_mistake_of_its_codes() {
    const NONE: &Category = &Category::new("none", "None", 9..=1);
    const NAMESAKE: &Category = &Category::new("render", "Render", 1..=9);
    assert_eq!(said(row_of(Some(NONE), 1604, 402, "A"), |definitions| code(definitions, 0)), "");
    assert_eq!(said(row_of(Some(NAMESAKE), 1550, 402, "A"), |definitions| code(definitions, 0)), "");
    assert!(said(row_of(Some(NAMESAKE), 1604, 402, "A"), |definitions| code(definitions, 0)).contains("outside"));
}

#[test]
fn a_name_is_the_published_one() {
    let on = |number, stated| said(row(number, 402, "NO_CREDITS"), move |definitions| name(definitions, 0, stated));
    let fact = "`STUDIO_1601` is published as `INSUFFICIENT_CREDITS`, not as `NO_CREDITS`";
    let free = "or take 1604, the next free code in `quota`";
    assert_eq!(on(1601, true), std::format!("{fact}\nhelp: write `\"INSUFFICIENT_CREDITS\"`, {free}"));
    assert_eq!(on(1601, false), std::format!("{fact}\nhelp: add `name = \"INSUFFICIENT_CREDITS\"`, {free}"));
    assert_eq!(on(1650, true), "");
    let full = definitions([row(1601, 402, "NO_CREDITS")], &[(1604, 1699)]);
    assert_eq!(report(move || name(&full, 0, true)), std::format!("{fact}\nhelp: write `\"INSUFFICIENT_CREDITS\"`"));
}

#[test]
fn what_is_not_stated_is_published() {
    let without_http = |number| said(row(number, 0, "A"), |definitions| http_is_published(definitions, 0, "A"));
    let help = "help: add `http = ..`, from 400 to 599";
    assert_eq!(without_http(1650), std::format!("`A` has no http status, and code 1650 is not published\n{help}"));
    assert_eq!((without_http(1601), without_http(0)), (String::new(), String::new()));

    let without_words = |row| said(row, |definitions| description_is_published(definitions, 0, "A", ""));
    let help = "help: add `description = \"..\"`, or a doc comment";
    let expected = std::format!("`A` has no description, and code 1650 is not published\n{help}");
    assert_eq!(without_words(row(1650, 402, "A")), expected);
    for sound in [row(1601, 402, "A"), row(1700, 402, "A"), row(0, 402, "A")] {
        assert_eq!(without_words(sound), "");
    }

    let rows: &'static [Written; 1] = Box::leak(Box::new([row(1650, 0, "A")]));
    let judged: &'static [Judged; 1] = Box::leak(Box::new(Judged::rows::<Studio, 1>(rows, CodeList::EMPTY)));
    let nothing = Definitions::new::<Studio>(rows, judged, 1, CodeList::EMPTY, &[]);
    let said = report(move || http_is_published(&nothing, 0, "A"));
    assert_eq!(said, "`A` has no http status\nhelp: add `http = ..`, from 400 to 599");
}

#[test]
fn a_published_server_error_shows_no_display() {
    const GENERAL: Option<&Category> = Some(&Studio::CATEGORIES[10]);
    let shown = |row| said(row, |definitions| display(definitions, 0));
    assert_eq!(
        shown(row_of(GENERAL, 2000, 500, "INTERNAL_SERVER_ERROR")),
        "`display` conflicts with the published http 500 of `STUDIO_2000`: clients must not see the internals of a server error\nhelp: remove `display`"
    );
    assert_eq!(shown(row(1601, 402, "INSUFFICIENT_CREDITS")), "");
}

#[test]
fn a_number_that_is_not_to_be_had_is_offered_another() {
    let free = "help: 1604 is the next free code in `quota`";
    let repeats = |same_name, share| {
        said(row(0, 402, "A"), move |definitions| repeated(definitions, 0, 1650, "B", same_name, share))
    };
    let fact = "code 1650 is already used by `B`";
    assert_eq!(repeats(false, ""), std::format!("{fact}\n{free}"));
    assert_eq!(repeats(true, "share it"), std::format!("{fact}\nhelp: share it"));
    assert_eq!(repeats(false, "share it"), std::format!("{fact}\n{free}\nhelp: share it"));
    let said_of = said(row(0, 402, "A"), |definitions| reserved(definitions, 0, 1650));
    assert_eq!(said_of, std::format!("code 1650 is reserved\n{free}"));
    let no_category = said(row_of(None, 0, 402, "A"), |definitions| outside(definitions, 0, "0"));
    assert_eq!(no_category, "code 0 is outside every category\nhelp: codes are from 1 to 65535");
}

#[test]
fn a_missing_number_is_offered_with_what_it_needs() {
    let missing = |row, needs_http| said(row, move |definitions| missing(definitions, 0, "A", needs_http, false));
    let (quota, none) = (row(0, 402, "A"), row_of(None, 0, 402, "A"));
    let help = "`A` has no code\nhelp: add `code =";
    assert_eq!(missing(quota, false), std::format!("{help} 1604`, the next free code in `quota`"));
    assert_eq!(missing(quota, true), std::format!("{help} 1604, http = ..`, with the next free code in `quota`"));
    assert_eq!(missing(none, false), std::format!("{help} ..`"));
    assert_eq!(missing(none, true), std::format!("{help} .., http = ..`"));
    let wrapper = said(quota, |definitions| super::missing(definitions, 0, "A", false, true));
    assert!(
        wrapper.ends_with("in `quota`\nhelp: or add `transparent`, if the error in its field has codes"),
        "{wrapper}"
    );
}

const ALL: &str = "the categories are `image`, `video`, `audio`, `music`, `templates`, `render`, `quota`, `authentication`, `integrations`, `validation`, `general`";

#[test]
fn a_missing_category_is_told_by_the_number() {
    let missing =
        |number| said(row(0, 402, "A"), move |definitions| category_missing(definitions, "E", number, " here"));
    let help = "`E` has no category\nhelp: add `category =";
    for (number, slug) in [(1000, "image"), (1699, "quota"), (2000, "general")] {
        assert_eq!(missing(number), std::format!("{help} \"{slug}\"` here"));
    }
    assert_eq!(missing(0), std::format!("{help} \"..\"` here; {ALL}"));
}

#[test]
fn an_unknown_category_is_told_what_there_is() {
    assert_eq!(report(|| category::<Studio>("quota")), "");
    let said = report(|| category::<Studio>("quotas"));
    assert_eq!(said, "unknown category `quotas`\nhelp: did you mean `quota`?");
    assert_eq!(report(|| category::<Studio>("wallet")), std::format!("unknown category `wallet`\nhelp: {ALL}"));
    let said = report(|| category::<Only>("wallet"));
    assert_eq!(said, "unknown category `wallet`\nhelp: the only category is `a`");
    let said = report(|| category::<Empty>("wallet"));
    assert_eq!(said, "unknown category `wallet`\nhelp: the catalog has no category yet: give its `CATEGORIES` one");
    let slug = |slug| category_of::<Studio>(slug).map(Category::slug);
    assert_eq!([slug("image"), slug("general"), slug("wallet")], [Some("image"), Some("general"), None]);
}

#[test]
fn a_catalog_lists_what_is_published_under_it() {
    /// One code that the catalog does not have, behind one that it has, or behind a mistake.
    struct Unlisted<const FIRST: u16>;

    impl<const FIRST: u16> CodeSet for Unlisted<FIRST> {
        const CODES: CodeList = CodeList::new(
            match FIRST {
                0 => const { &[info(0)] },
                _ => const { &[info(1601), info(1650)] },
            },
            Reserved::NOTHING,
            &[],
        );
    }

    const fn info(number: u16) -> Row {
        Row {
            code: Code::new(number, "STUDIO_1601"),
            http: 402,
            category: QUOTA,
            name: "A",
            description: "",
            resolution: "",
            json: "",
        }
    }

    assert_eq!(report(|| listed::<Studio>(<QuotaError as CodeSet>::CODES, "QuotaError")), "");
    assert_eq!(report(|| listed::<Studio>(<Unlisted<0> as CodeSet>::CODES, "Mistaken")), "");
    assert_eq!(
        report(|| listed::<Studio>(<Unlisted<1> as CodeSet>::CODES, "Wallet")),
        "the catalog does not list `Wallet`, whose codes it publishes\nhelp: list `<Wallet as CodeSet>::CODES` in its `PUBLISHED`"
    );
    assert!(
        report(|| listed::<Sound>(<QuotaError as CodeSet>::CODES, "QuotaError"))
            .starts_with("the catalog does not list")
    );
}

#[test]
fn a_free_number_is_looked_for_among_all_rows() {
    let definitions = definitions(
        [row(1604, 402, "A"), row(1605, 402, "B"), row(1606, 402, "C"), row(1607, 402, "D")],
        &[(1608, 1608)],
    );
    for held in [1600, 1603, 1604, 1605, 1606, 1607, 1608] {
        assert!(!is_free(&definitions, held), "{held}");
    }
    for number in [1, 1609, 1699] {
        assert!(is_free(&definitions, number), "{number}");
    }
    // A sound row keeps its number: the one behind it is offered the first that is free.
    assert_eq!(free(&definitions, 3), Some((1609, "quota")));
}
