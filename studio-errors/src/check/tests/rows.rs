//! Tests of the checks of one row.

use alloc::format;
use alloc::string::String;

use super::*;
use crate::check;
use crate::check::verdict::Verdict;

const INSUFFICIENT: &str = "INSUFFICIENT_CREDITS";

fn verdict(definitions: &Definitions) -> Verdict {
    Verdict::of(definitions, 0)
}

/// Returns the report of the check of the number of the only row.
fn code(definitions: &Definitions) -> String {
    let is_sound = definitions.sound;
    let reported = report(|| check::rows::code(definitions, 0));
    assert!(!is_sound || reported.is_empty(), "a sound row is refused: {reported}");
    reported
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
}

#[test]
fn an_http_of_the_type_is_an_http_of_its_rows() {
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
fn a_range_includes_both_ends() {
    let of = |number| code(definitions(&[quota(number, 402, "UNPAID")], &[]));
    assert_eq!((of(1604), of(1699)), (String::new(), String::new()));
    assert_eq!(
        of(1599),
        "code 1599 is outside category `quota` (1600 to 1699)\nnote: 1599 belongs to `render` (1500 to 1599)\n\
         help: 1604 is the next free code in `quota`"
    );
    assert!(of(1700).contains("note: 1700 belongs to `authentication` (1700 to 1799)"));
    assert!(!of(9000).contains("note"));
    assert_eq!(
        of(1600),
        "code 1600 is published as `RATE_LIMIT_EXCEEDED` with http 429, not as `UNPAID` with http 402\n\
         help: 1604 is the next free code in `quota`"
    );
}

#[test]
fn numbers_of_six_digits_and_several_ranges_are_written_out() {
    const MANY: &Category = &Category::with_ranges("many", "Many", &[7..=9, 520_000..=529_999]);
    let of = |number| code(under(ACME, &[Sample::new(MANY, number, 400, "A")], &[], CodeList::EMPTY));
    assert_eq!((of(7), of(520_000), of(529_999)), (String::new(), String::new(), String::new()));
    for number in [6, 10, 519_999, 530_000] {
        let reported = of(number);
        let fact = format!("code {number} is outside category `many` (7 to 9, 520000 to 529999)");
        assert!(
            reported.starts_with(&fact) && reported.ends_with("\nhelp: 7 is the next free code in `many`"),
            "{reported}"
        );
    }
}

#[test]
fn the_steps_of_a_row_are_its_number_its_name_and_its_http() {
    let sound = quota(1650, 402, "A");
    let steps = |sample| {
        let definitions = definitions(&[sound, sample, sound], &[]);
        [1, 4, 7].map(|step| report(|| assert_eq!(check::fact(definitions, step), step + 3)))
    };
    for (sample, [is_number, is_name, is_http]) in [
        (sound, [false; 3]),
        (quota(1700, 402, "A"), [true, false, false]),
        (quota(1601, 402, "A"), [false, true, false]),
        (quota(1601, 403, INSUFFICIENT), [false, false, true]),
    ] {
        let [number, name, http] = steps(sample);
        assert_eq!(number.starts_with("code 1700 is outside"), is_number, "{number}");
        assert_eq!(name.starts_with("`STUDIO_1601` is published as"), is_name, "{name}");
        assert_eq!(http.starts_with("`STUDIO_1601` is published with http"), is_http, "{http}");
    }
}

#[test]
fn two_categories_with_one_slug_are_not_reported_at_a_row() {
    const NAMESAKE: &Category = &Category::new("render", "Render", 1..=9);
    let of = |number| code(definitions(&[Sample::new(NAMESAKE, number, 402, "A")], &[]));
    assert_eq!(of(1550), "");
    assert!(of(1604).contains("outside"));
}

#[test]
fn another_http_than_the_published_one_is_refused() {
    let of = |http| report(|| check::rows::http(definitions(&[quota(1601, http, INSUFFICIENT)], &[]), 0));
    assert_eq!((of(402), of(0)), (String::new(), String::new()));
    assert_eq!(of(403), "`STUDIO_1601` is published with http 402, not 403\nhelp: write `402`");
    // If the name differs too, the number belongs to another error.
    assert_eq!(report(|| check::rows::http(definitions(&[quota(1601, 403, "A")], &[]), 0)), "");
}

#[test]
fn another_name_than_the_published_one_is_refused() {
    let on = |number, reserved, name_is_stated| {
        let row = Sample { name_is_stated, ..quota(number, 402, "NO_CREDITS") };
        report(|| check::rows::name(definitions(&[row], reserved), 0))
    };
    let fact = "`STUDIO_1601` is published as `INSUFFICIENT_CREDITS`, not as `NO_CREDITS`";
    let free = "or take 1604, the next free code in `quota`";
    assert_eq!(on(1601, &[], true), format!("{fact}\nhelp: write `\"INSUFFICIENT_CREDITS\"`, {free}"));
    assert_eq!(on(1601, &[], false), format!("{fact}\nhelp: add `name = \"INSUFFICIENT_CREDITS\"`, {free}"));
    assert_eq!(on(1601, &[(1604, 1699)], true), format!("{fact}\nhelp: write `\"INSUFFICIENT_CREDITS\"`"));
    assert_eq!(on(1650, &[], true), "");
}

#[test]
fn another_policy_than_the_published_one_is_refused() {
    let of = |number, http, name, retryable| {
        report(|| check::retryable(definitions(&[Sample { retryable, ..quota(number, http, name) }], &[]), 0))
    };
    assert_eq!(of(1601, 402, INSUFFICIENT, 2), "`STUDIO_1601` is published as not retryable\nhelp: write `false`");
    assert_eq!(of(1600, 429, "RATE_LIMIT_EXCEEDED", 1), "`STUDIO_1600` is published as retryable\nhelp: write `true`");
    assert_eq!((of(1601, 402, INSUFFICIENT, 1), of(1650, 402, "A", 2)), (String::new(), String::new()));
}

#[test]
fn a_row_without_http_is_refused_unless_published() {
    let of = |sample| report(|| check::http_is_published(definitions(&[sample], &[]), 0));
    let help = "help: add `http = ..`, from 400 to 599, or `grpc = \"..\"`";
    assert_eq!(of(quota(1650, 0, "A")), format!("`A` has no http status, and code 1650 is not published\n{help}"));
    // Another check reports the range.
    assert_eq!(of(quota(700, 0, "A")), format!("`A` has no http status, and code 700 is not published\n{help}"));
    for sound in [quota(1650, 402, "A"), quota(1601, 0, INSUFFICIENT), quota(1601, 0, "A"), refused(Some(QUOTA))] {
        assert_eq!(of(Sample { http: sound.http, ..sound }), "", "{sound:?}");
    }
    assert_eq!(of(Sample { http: 0, ..refused(Some(QUOTA)) }), "");
    let alone = under(ACME, &[Sample::new(ALL, 7, 0, "A")], &[], CodeList::EMPTY);
    assert_eq!(report(|| check::http_is_published(alone, 0)), format!("`A` has no http status\n{help}"));
}

#[test]
fn a_row_without_description_is_refused_unless_published() {
    let by = |sample, by| report(|| check::description_is_published(definitions(&[sample], &[]), 0, by));
    let help = "help: add `description = \"..\"`, or a doc comment";
    for number in [1650, 700] {
        let fact = format!("`A` has no description, and code {number} is not published");
        assert_eq!(by(quota(number, 402, "A"), ""), format!("{fact}\n{help}"));
        assert!(by(quota(number, 402, "A"), "concat!").contains("`concat!`"));
    }
    assert_eq!((by(quota(1601, 402, "A"), ""), by(refused(None), "")), (String::new(), String::new()));
}

#[test]
fn display_on_a_published_server_error_is_refused() {
    const GENERAL: &Category = &Studio::CATEGORIES[10];
    let of = |sample| report(|| check::internal(definitions(&[sample], &[]), 0, "display"));
    let reported = of(Sample::new(GENERAL, 2000, 0, "INTERNAL_SERVER_ERROR"));
    assert!(reported.starts_with("`display` conflicts with the published http 500 of `STUDIO_2000`"), "{reported}");
    assert!(reported.ends_with("help: remove `display`"), "{reported}");
    assert_eq!(of(quota(1601, 0, INSUFFICIENT)), "");
    // The derive reports a stated one.
    assert_eq!(of(Sample::new(GENERAL, 2000, 500, "INTERNAL_SERVER_ERROR")), "");
}

#[test]
fn other_leading_zeros_than_those_of_the_catalog_are_refused() {
    let of = |width, written: &str| {
        let catalog = Box::leak(Box::new(acme("HE", "_", width)));
        let definitions = under(catalog, &[Sample::new(ALL, 4, 400, "A")], &[], CodeList::EMPTY);
        report(|| check::leading_zeros(definitions, 0, written))
    };
    assert_eq!((of(2, "04"), of(3, "004")), (String::new(), String::new()));
    let fact = |written| format!("code `{written}` has leading zeros that its catalog does not write\nhelp: write");
    assert_eq!(of(0, "04"), format!("{} `4`", fact("04")));
    assert_eq!(of(2, "004"), format!("{} `04`", fact("004")));
    assert_eq!(of(3, "04"), format!("{} `004`", fact("04")));
    // Only the other mistake is reported.
    let tens = Box::leak(Box::new(Category::new("tens", "Tens", 10..=99)));
    let outside = under(ACME, &[Sample::new(tens, 4, 400, "A")], &[], CodeList::EMPTY);
    assert_eq!(report(|| check::leading_zeros(outside, 0, "04")), "");
}

#[test]
fn a_number_that_is_too_large_is_outside_the_category() {
    let of = |category| {
        let definitions = definitions(&[refused(category)], &[]);
        report(|| check::outside(definitions, 0, "9223372036854775808", None, ""))
    };
    assert_eq!(
        of(Some(QUOTA)),
        "code 9223372036854775808 is outside category `quota` (1600 to 1699)\nhelp: 1604 is the next free code in `quota`"
    );
    assert_eq!(
        of(None),
        "code 9223372036854775808 is outside every category\nhelp: codes are from -9223372036854775808 to 9223372036854775807"
    );
}

#[test]
fn another_number_is_suggested_for_one_that_cannot_be_used() {
    let definitions = definitions(&[refused(Some(QUOTA))], &[]);
    let free = "help: 1604 is the next free code in `quota`";
    let repeated = |same_name, share| report(|| check::repeated(definitions, 0, 1650, "B", same_name, share));
    let fact = "code 1650 is already used by `B`";
    assert_eq!(repeated(false, ""), format!("{fact}\n{free}"));
    assert_eq!(repeated(true, "share it"), format!("{fact}\nhelp: share it"));
    assert_eq!(repeated(false, "share it"), format!("{fact}\n{free}\nhelp: share it"));
    let reserved = report(|| check::reserved(definitions, 0, 1650));
    assert_eq!(reserved, format!("code 1650 is reserved\n{free}"));
}

#[test]
fn the_suggestion_for_a_missing_number_contains_the_required_keys() {
    let of = |category, needs_http, wraps| {
        let definitions = definitions(&[refused(category)], &[]);
        report(|| check::missing(definitions, 0, needs_http, wraps))
    };
    let help = "`A` has no code\nhelp: add `code =";
    assert_eq!(of(Some(QUOTA), false, false), format!("{help} 1604`, the next free code in `quota`"));
    assert_eq!(of(Some(QUOTA), true, false), format!("{help} 1604, http = ..`, with the next free code in `quota`"));
    assert_eq!(of(None, false, false), format!("{help} ..`"));
    assert_eq!(of(None, true, false), format!("{help} .., http = ..`"));
    let wrapper = of(Some(QUOTA), false, true);
    assert!(wrapper.ends_with("in `quota`\nhelp: or add `transparent`, if the error in its field has codes"));
}

#[test]
fn a_suggested_number_has_the_format_of_the_catalog() {
    let catalog = Box::leak(Box::new(acme("HE", "_", 2)));
    let definitions = under(catalog, &[Sample { category: Some(ALL), ..refused(None) }], &[], CodeList::EMPTY);
    let reported = report(|| check::missing(definitions, 0, false, false));
    assert_eq!(reported, "`A` has no code\nhelp: add `code = 00`, the next free code in `all`");
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
