//! Tests of the checks of one row.

use alloc::format;
use alloc::string::String;

use super::*;
use crate::check::verdict::Verdict;
use crate::check::{self, rows};

const INSUFFICIENT: &str = "INSUFFICIENT_CREDITS";
const GENERAL: &Category = &Studio::CATEGORIES[10];

fn verdict(definitions: &Definitions) -> Verdict {
    Verdict::of(definitions, 0)
}

/// Returns the report of the check of the number of the only row.
fn code(definitions: &Definitions) -> String {
    let is_sound = definitions.sound;
    let reported = report(|| rows::code(definitions, 0));
    assert!(!is_sound || reported.is_empty(), "a sound row is refused: {reported}");
    reported
}

/// Returns the report of a check of the only row of a type of `Studio`.
fn of(check: fn(&Definitions, usize), sample: Sample) -> String {
    report(|| check(definitions(&[sample], &[]), 0))
}

#[test]
fn a_row_is_compared_with_its_catalog() {
    for (sample, expected) in [
        (quota(1650, 402, "A"), Verdict::Sound),
        (quota(1650, 0, "A"), Verdict::NoHttp),
        (Sample { category: None, ..quota(1650, 402, "A") }, Verdict::Unknown),
        (refused(Some(QUOTA)), Verdict::Unknown),
        (quota(1700, 402, "A"), Verdict::OutsideCategory),
        (quota(1599, 0, "A"), Verdict::OutsideCategory),
        (quota(1601, 402, INSUFFICIENT), Verdict::Sound),
        (quota(1601, 0, INSUFFICIENT), Verdict::Sound),
        (quota(1601, 403, INSUFFICIENT), Verdict::OtherHttp),
        (quota(1601, 402, "A"), Verdict::OtherName),
        (quota(1601, 0, "A"), Verdict::OtherName),
        (quota(1601, 403, "A"), Verdict::Taken),
    ] {
        let definitions = definitions(&[sample], &[]);
        assert_eq!(verdict(definitions), expected, "{sample:?}");
        assert_eq!(definitions.sound, expected == Verdict::Sound, "{sample:?}");
    }
    // An http of the type is an http of its rows.
    let mut table = table("E", STUDIO, &[quota(1650, 0, "A")], &[]);
    table.defaults.http = 409;
    assert_eq!(verdict(defined(table, CodeList::EMPTY, false)), Verdict::Sound);
}

#[test]
fn a_number_that_a_published_type_reserves_is_refused() {
    let core = reserving("Core", ACME, &[Sample::new(ALL, 1, 400, "ONE")], &[(2, 2), (4, 5)]);
    let published = nesting(list("Other", ACME, &[]), [core]);
    let of = |number, name| under(ACME, &[Sample::new(ALL, number, 400, name)], &[], published);
    for number in [2, 4, 5] {
        assert_eq!(verdict(of(number, "A")), Verdict::Reserved, "{number}");
        let expected = format!("code {number} is reserved by `Core`\nhelp: 0 is the next free code in `all`");
        assert_eq!(code(of(number, "A")), expected);
    }
    assert_eq!((verdict(of(3, "A")), verdict(of(1, "ONE"))), (Verdict::Sound, Verdict::Sound));
    // Numbers of a catalog with another format of codes are different numbers.
    let west = under(Box::leak(Box::new(acme("ACME_WEST", "_", 0))), &[Sample::new(ALL, 2, 400, "A")], &[], published);
    assert_eq!(verdict(west), Verdict::Sound);
    // A published code keeps its number, even if another published type reserves it.
    let published = nesting(list("Other", ACME, &[Sample::new(ALL, 2, 400, "TWO")]), [core]);
    assert_eq!(verdict(under(ACME, &[Sample::new(ALL, 2, 400, "TWO")], &[], published)), Verdict::Sound);
}

#[test]
fn a_number_is_in_its_category_and_not_published_for_another_error() {
    const MANY: &Category = &Category::with_ranges("many", "Many", &[7..=9, 520_000..=529_999]);
    // Two categories with one slug are not reported at a row.
    const NAMESAKE: &Category = &Category::new("render", "Render", 1..=9);
    let of = |category, number| code(definitions(&[Sample::new(category, number, 402, "UNPAID")], &[]));
    let free = "help: 1604 is the next free code in `quota`";
    for (category, number, expected) in [
        (QUOTA, 1604, ""),
        (QUOTA, 1699, ""),
        (QUOTA, 1599, "outside category `quota` (1600 to 1699)\nnote: 1599 belongs to `render` (1500 to 1599)\n"),
        (
            QUOTA,
            1700,
            "outside category `quota` (1600 to 1699)\nnote: 1700 belongs to `authentication` (1700 to 1799)\n",
        ),
        (QUOTA, 9000, "outside category `quota` (1600 to 1699)\n"),
        (QUOTA, 1600, "published as `RATE_LIMIT_EXCEEDED` with http 429, not as `UNPAID` with http 402\n"),
        (NAMESAKE, 1550, ""),
    ] {
        let expected = if expected.is_empty() { String::new() } else { format!("code {number} is {expected}{free}") };
        assert_eq!(of(category, number), expected);
    }
    assert!(of(NAMESAKE, 1604).contains("outside"));
    for number in [7, 520_000, 529_999] {
        assert_eq!(of(MANY, number), "");
    }
    for number in [6, 10, 519_999, 530_000] {
        let fact = format!("code {number} is outside category `many` (7 to 9, 520000 to 529999)");
        assert_eq!(of(MANY, number), fact + "\nhelp: 7 is the next free code in `many`");
    }
}

#[test]
fn the_steps_of_a_row_are_its_number_its_name_and_its_http() {
    let sound = quota(1650, 402, "A");
    for (sample, failing) in [
        (sound, None),
        (quota(1700, 402, "A"), Some((1, "code 1700 is outside"))),
        (quota(1601, 402, "A"), Some((4, "`STUDIO_1601` is published as"))),
        (quota(1601, 403, INSUFFICIENT), Some((7, "`STUDIO_1601` is published with http"))),
    ] {
        let definitions = definitions(&[sound, sample, sound], &[]);
        for step in [1, 4, 7] {
            let reported = report(|| assert_eq!(check::fact(definitions, step), step + 3));
            match failing {
                Some((fails, fact)) if fails == step => assert!(reported.starts_with(fact), "{reported}"),
                _ => assert_eq!(reported, ""),
            }
        }
    }
}

#[test]
fn another_fact_than_the_published_one_is_refused() {
    let retryable = |number, http, name, retryable| Sample { retryable, ..quota(number, http, name) };
    for (check, sample, expected) in [
        (rows::http as fn(&Definitions, usize), quota(1601, 402, INSUFFICIENT), ""),
        (rows::http, quota(1601, 0, INSUFFICIENT), ""),
        (rows::http, quota(1601, 403, INSUFFICIENT), "with http 402, not 403\nhelp: write `402`"),
        // If the name differs too, the number belongs to another error.
        (rows::http, quota(1601, 403, "A"), ""),
        (check::retryable, retryable(1601, 402, INSUFFICIENT, 2), "as not retryable\nhelp: write `false`"),
        (check::retryable, retryable(1600, 429, "RATE_LIMIT_EXCEEDED", 1), "as retryable\nhelp: write `true`"),
        (check::retryable, retryable(1601, 402, INSUFFICIENT, 1), ""),
        (check::retryable, retryable(1650, 402, "A", 2), ""),
    ] {
        let (reported, number) = (of(check, sample), sample.number.unwrap());
        let expected = if expected.is_empty() { "" } else { &*format!("`STUDIO_{number}` is published {expected}") };
        assert_eq!(reported, expected, "{sample:?}");
    }
}

#[test]
fn another_name_than_the_published_one_is_refused() {
    let on = |number, reserved, name_is_stated| {
        let row = Sample { name_is_stated, ..quota(number, 402, "NO_CREDITS") };
        report(|| rows::name(definitions(&[row], reserved), 0))
    };
    let fact = "`STUDIO_1601` is published as `INSUFFICIENT_CREDITS`, not as `NO_CREDITS`";
    let free = "or take 1604, the next free code in `quota`";
    assert_eq!(on(1601, &[], true), format!("{fact}\nhelp: write `\"INSUFFICIENT_CREDITS\"`, {free}"));
    assert_eq!(on(1601, &[], false), format!("{fact}\nhelp: add `name = \"INSUFFICIENT_CREDITS\"`, {free}"));
    assert_eq!(on(1601, &[(1604, 1699)], true), format!("{fact}\nhelp: write `\"INSUFFICIENT_CREDITS\"`"));
    assert_eq!(on(1650, &[], true), "");
}

#[test]
fn a_row_without_http_or_description_is_refused_unless_published() {
    fn description(definitions: &Definitions, i: usize) {
        check::description_is_published(definitions, i, "");
    }
    let http = check::http_is_published as fn(&Definitions, usize);
    let no_http = "help: add `http = ..`, from 400 to 599, or `grpc = \"..\"`";
    let no_description = "help: add `description = \"..\"`, or a doc comment";
    // Another check reports the range.
    for number in [1650, 700] {
        let fact = |what| format!("`A` has no {what}, and code {number} is not published");
        assert_eq!(of(http, quota(number, 0, "A")), format!("{}\n{no_http}", fact("http status")));
        assert_eq!(of(description, quota(number, 402, "A")), format!("{}\n{no_description}", fact("description")));
        let by = |definitions: &Definitions, i| check::description_is_published(definitions, i, "concat!");
        assert!(of(by, quota(number, 402, "A")).contains("`concat!`"));
    }
    for sound in [quota(1601, 0, INSUFFICIENT), quota(1601, 0, "A"), Sample { http: 0, ..refused(Some(QUOTA)) }] {
        assert_eq!((of(http, sound), of(description, sound)), (String::new(), String::new()), "{sound:?}");
    }
    assert_eq!(of(http, quota(1650, 402, "A")), "");
    let alone = under(ACME, &[Sample::new(ALL, 7, 0, "A")], &[], CodeList::EMPTY);
    assert_eq!(report(|| check::http_is_published(alone, 0)), format!("`A` has no http status\n{no_http}"));
}

#[test]
fn display_on_a_published_server_error_is_refused() {
    let internal = |definitions: &Definitions, i| check::internal(definitions, i, "display");
    let reported = of(internal, Sample::new(GENERAL, 2000, 0, "INTERNAL_SERVER_ERROR"));
    assert!(reported.starts_with("`display` conflicts with the published http 500 of `STUDIO_2000`"), "{reported}");
    assert!(reported.ends_with("help: remove `display`"), "{reported}");
    assert_eq!(of(internal, quota(1601, 0, INSUFFICIENT)), "");
    // The derive reports a stated one.
    assert_eq!(of(internal, Sample::new(GENERAL, 2000, 500, "INTERNAL_SERVER_ERROR")), "");
}

#[test]
fn other_leading_zeros_than_those_of_the_catalog_are_refused() {
    let of = |width, category, written: &str| {
        let catalog = Box::leak(Box::new(acme("HE", "_", width)));
        let definitions = under(catalog, &[Sample::new(category, 4, 400, "A")], &[], CodeList::EMPTY);
        report(|| check::leading_zeros(definitions, 0, written))
    };
    let tens = Box::leak(Box::new(Category::new("tens", "Tens", 10..=99)));
    // For a number outside of its category, only that is reported.
    for (width, category, written) in [(2, ALL, "04"), (3, ALL, "004"), (0, tens, "04")] {
        assert_eq!(of(width, category, written), "");
    }
    for (width, written, help) in [(0, "04", "4"), (2, "004", "04"), (3, "04", "004")] {
        let fact = format!("code `{written}` has leading zeros that its catalog does not write\nhelp: write `{help}`");
        assert_eq!(of(width, ALL, written), fact);
    }
}

#[test]
fn another_number_is_suggested_for_one_that_cannot_be_used() {
    let [quota, unknown] = [Some(QUOTA), None].map(|category| definitions(&[refused(category)], &[]));
    let free = "help: 1604 is the next free code in `quota`";
    let repeated = |same_name, share| report(|| check::repeated(quota, 0, 1650, "B", same_name, share));
    let fact = "code 1650 is already used by `B`";
    assert_eq!(repeated(false, ""), format!("{fact}\n{free}"));
    assert_eq!(repeated(true, "share it"), format!("{fact}\nhelp: share it"));
    assert_eq!(repeated(false, "share it"), format!("{fact}\n{free}\nhelp: share it"));
    assert_eq!(report(|| check::reserved(quota, 0, 1650)), format!("code 1650 is reserved\n{free}"));
    let outside = |definitions| report(|| check::outside(definitions, 0, "9223372036854775808", None, ""));
    let fact = "code 9223372036854775808 is outside";
    assert_eq!(outside(quota), format!("{fact} category `quota` (1600 to 1699)\n{free}"));
    let help = "help: codes are from -9223372036854775808 to 9223372036854775807";
    assert_eq!(outside(unknown), format!("{fact} every category\n{help}"));
}

#[test]
fn the_suggestion_for_a_missing_number_contains_the_required_keys() {
    let of = |category, needs_http, wraps| {
        let definitions = definitions(&[refused(category)], &[]);
        report(|| check::missing(definitions, 0, needs_http, wraps))
    };
    let wrapper = "\nhelp: or add `transparent`, if the error in its field has codes";
    for (category, needs_http, wraps, help) in [
        (Some(QUOTA), false, false, "1604`, the next free code in `quota`"),
        (Some(QUOTA), true, false, "1604, http = ..`, with the next free code in `quota`"),
        (None, false, false, "..`"),
        (None, true, false, ".., http = ..`"),
        (Some(QUOTA), false, true, &*format!("1604`, the next free code in `quota`{wrapper}")),
    ] {
        assert_eq!(of(category, needs_http, wraps), format!("`A` has no code\nhelp: add `code = {help}"));
    }
}

#[test]
fn variants_that_share_a_code_have_one_http_and_one_policy() {
    let reported = |first: Sample, second: Sample, http: u16| {
        let mut table = table("E", STUDIO, &[first, second], &[]);
        (table.distinct, table.defaults.http, table.bounds) = (1, http, &[(1650, 1650)]);
        let definitions = defined(table, CodeList::EMPTY, true);
        report(|| check::shares(definitions, 1, "A"))
    };
    let of = |http| quota(1650, http, "A");
    assert_eq!(reported(of(402), of(402), 0), "");
    let other = "`B` shares code 1650 with `A`, whose http is 402\nhelp: ";
    assert_eq!(reported(of(402), of(409), 0), format!("{other}write `http = 402`"));
    // A row without an http has that of the type. Without one, another check reports it.
    assert_eq!(reported(of(402), of(0), 409), format!("{other}add `http = 402`"));
    assert_eq!((reported(of(409), of(0), 409), reported(of(402), of(0), 0)), (String::new(), String::new()));
    let retryable = reported(of(402), Sample { retryable: 2, ..of(402) }, 0);
    assert!(retryable.starts_with("`B` shares code 1650 with `A`, which is not retryable"), "{retryable}");
}
