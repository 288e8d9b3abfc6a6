//! Tests of conflicts between the parts of a set.

use alloc::format;

use super::*;
use crate::check::{Part, conflicting, conflicts};
use crate::code::{Detail, DetailType};

const HELP: &str = "\nhelp: give one of them another code";

/// Returns the report for each part. The parts have the names `P`, `Q` and so on.
pub(super) fn reported<const N: usize>(lists: [CodeList; N]) -> [String; N] {
    let names = ["P", "Q", "R", "S"];
    let parts: [Part; N] = core::array::from_fn(|i| (names[i], lists[i]));
    let found = conflicting(&parts);
    core::array::from_fn(|i| {
        let reported = report(|| conflicts(&parts, &found, i));
        assert_eq!(found[i], !reported.is_empty());
        reported
    })
}

/// Returns the codes of a type with a unique identity.
fn of(name: &'static str, codes: &[(i64, &'static str)]) -> CodeList {
    of_reserving(name, codes, &[])
}

fn of_reserving(name: &'static str, codes: &[(i64, &'static str)], reserved: &'static [(i64, i64)]) -> CodeList {
    reserving(name, ACME, &rows_of(codes), reserved)
}

fn clash(number: i64, (name, part): (&str, &str), (other, other_part): (&str, &str)) -> String {
    format!(
        "`ACME_{number}` is two different errors: `{name}` (http 402, `all`) in `{part}`, `{other}` (http 402, `all`) in `{other_part}`"
    )
}

#[test]
fn a_conflict_is_reported_at_the_later_part() {
    let (one, same, other, two) =
        (of("One", &[(1, "ONE")]), of("Same", &[(1, "ONE")]), of("Other", &[(1, "OTHER")]), of("Two", &[(2, "TWO")]));
    let expected = |part| clash(1, ("ONE", "P"), ("OTHER", part)) + HELP;
    assert_eq!(reported([one, one, same, two]), ["", "", "", ""]);
    assert_eq!(reported([one, other]), ["", &*expected("Q")]);
    assert_eq!(reported([one, two, other]), ["", "", &*expected("R")]);
    // The conflict is in a nested type, and after a type without conflicts.
    assert_eq!(reported([one, nesting(two, [same, other])]), ["", &*expected("Q")]);
    assert_eq!(reported([nesting(two, [same, nesting(two, [one])]), other]), ["", &*expected("Q")]);
    assert_eq!(reported([nesting(one, [other])]), [""]);
}

#[test]
fn each_fact_can_cause_a_conflict() {
    let one = Sample::new(ALL, 1, 402, "ONE");
    let twin = Box::leak(Box::new(Category::new("twin", "Twin", 0..=9)));
    let of = |name, sample| list(name, ACME, &[sample]);
    let fact = "`ACME_1` is two different errors: `ONE` (http 402, `all`";
    for (other, expected) in [
        (Sample { http: 403, ..one }, format!("{fact}) in `P`, `ONE` (http 403, `all`) in `Q`{HELP}")),
        (Sample { category: Some(twin), ..one }, format!("{fact}) in `P`, `ONE` (http 402, `twin`) in `Q`{HELP}")),
        (
            Sample { retryable: 2, ..one },
            format!("{fact}, not retryable) in `P`, `ONE` (http 402, `all`, retryable) in `Q`{HELP}"),
        ),
        (Sample { comment: "other", resolution: "other", level: 3, ..one }, String::new()),
    ] {
        assert_eq!(reported([of("One", one), of("Other", other)]), ["", &*expected]);
    }
}

#[test]
fn all_conflicts_of_a_part_are_in_one_report() {
    let both = of("Both", &[(1, "ONE"), (2, "TWO")]);
    let others = of("Others", &[(1, "OTHER"), (2, "THREE"), (3, "FREE")]);
    let lines = [clash(1, ("ONE", "P"), ("OTHER", "Q")), clash(2, ("TWO", "P"), ("THREE", "Q"))];
    assert_eq!(reported([both, others]), ["", &*(lines.join("\n") + HELP)]);
    // Each part has its own report.
    let [a, b, c] = [of("A", &[(1, "ONE")]), of("B", &[(1, "OTHER"), (2, "TWO")]), of("C", &[(2, "THREE")])];
    let (of_b, of_c) = (clash(1, ("ONE", "P"), ("OTHER", "Q")), clash(2, ("TWO", "Q"), ("THREE", "R")));
    assert_eq!(reported([a, b, c]), ["", &*(of_b + HELP), &*(of_c + HELP)]);
}

#[test]
fn a_dozen_conflicts_are_listed_and_the_others_are_counted() {
    let numbered =
        |name, count: i64, code: &'static str| of(name, &(0..count).map(|number| (number, code)).collect::<Vec<_>>());
    for (count, more) in [(12, ""), (13, "\nand more conflicts"), (15, "\nand more conflicts")] {
        let lines: Vec<_> = (0..12).map(|number| clash(number, ("A", "P"), ("B", "Q"))).collect();
        let expected = lines.join("\n") + more + HELP;
        assert_eq!(reported([numbered("Some", count, "A"), numbered("Others", count, "B")]), ["", &*expected]);
    }
}

#[test]
fn a_conflict_is_reported_only_in_the_first_common_type() {
    let (one, other, two) = (of("One", &[(1, "ONE")]), of("Other", &[(1, "OTHER")]), of("Two", &[(2, "TWO")]));
    let met = nesting(of("Both", &[]), [one, other]);
    assert_eq!(reported([met, one, other, two]), ["", "", "", ""]);
    assert_eq!(reported([one, met]), ["", ""]);
    assert_eq!(reported([nesting(two, [one]), nesting(of("Level", &[]), [met])]), ["", ""]);
    // A third type is not compared again with both.
    let third = of("Third", &[(1, "THIRD")]);
    assert_eq!(reported([met, third]), ["", &*(clash(1, ("ONE", "P"), ("THIRD", "Q")) + HELP)]);
    // Conflicts of other parts are still reported.
    let beside = of("Beside", &[(1, "ONE"), (2, "TOO")]);
    let expected = clash(2, ("TWO", "Q"), ("TOO", "R")) + HELP;
    assert_eq!(reported([met, two, nesting(beside, [one])])[2].lines().last(), Some(expected.lines().last().unwrap()));
}

#[test]
fn a_part_that_uses_a_reserved_number_is_reported() {
    let one = of("One", &[(1, "ONE")]);
    let reserves = of_reserving("Reserves", &[(2, "TWO")], &[(1, 1), (7, 9)]);
    let (two, empty) = (of("Also", &[(2, "TWO")]), of("Empty", &[]));
    let of_part = |reserver: &str, user: &str| {
        format!(
            "`ACME_1` is reserved by `{reserver}`, and used by `{user}` as `ONE`\nhelp: give it another code in `{user}`"
        )
    };
    assert_eq!(reported([one, reserves]), ["", &*of_part("Q", "P")]);
    assert_eq!(reported([reserves, one]), ["", &*of_part("P", "Q")]);
    assert_eq!(reported([two, one, reserves]), ["", "", &*of_part("R", "Q")]);
    assert_eq!(reported([nesting(empty, [two, reserves]), one]), ["", &*of_part("P", "Q")]);
    assert_eq!(reported([one, nesting(empty, [reserves])]), ["", &*of_part("Q", "P")]);
    // A number that one type uses and reserves is reported in that type.
    assert_eq!(reported([of_reserving("Own", &[(1, "ONE")], &[(1, 1)])]), [""]);
    // A type without codes can reserve a number.
    let only = of_reserving("Only", &[], &[(1, 1)]);
    assert_eq!(reported([only, one]), ["", &*of_part("P", "Q")]);
    assert_eq!(reported([one, only]), ["", &*of_part("Q", "P")]);
    // Two types that reserve the same number do not conflict.
    assert_eq!(
        reported([reserves, of_reserving("Likewise", &[], &[(1, 9)])])[1],
        "`ACME_2` is reserved by `Q`, and used by `P` as `TWO`\nhelp: give it another code in `P`"
    );
    assert_eq!(reported([reserves, of_reserving("Likewise", &[], &[(1, 1), (3, 9)])]), ["", ""]);
    // A range includes both ends.
    for (number, is_reserved) in [(6, false), (7, true), (8, true), (9, true), (10, false)] {
        assert_eq!(reported([reserves, of("Ends", &[(number, "END")])])[1].is_empty(), !is_reserved, "{number}");
    }
}

#[test]
fn a_row_with_an_error_is_not_compared() {
    let one = of("One", &[(1, "ONE")]);
    let narrow = Box::leak(Box::new(Category::new("narrow", "Narrow", 5..=9)));
    let reserves = of_reserving("Reserves", &[], &[(1, 1)]);
    for sample in [
        Sample::new(narrow, 1, 402, "OTHER"),
        Sample { category: None, ..Sample::new(ALL, 1, 402, "OTHER") },
        Sample::new(ALL, 1, 0, "OTHER"),
        Sample { number: None, ..Sample::new(ALL, 1, 402, "OTHER") },
    ] {
        let mistaken = list("Mistaken", ACME, &[sample]);
        assert_eq!(reported([one, mistaken]), ["", ""], "{sample:?}");
        assert_eq!(reported([mistaken, one]), ["", ""], "{sample:?}");
        assert_eq!(reported([mistaken, reserves]), ["", ""], "{sample:?}");
    }
}

#[test]
fn only_codes_with_the_same_text_conflict() {
    let one = of("One", &[(1, "ONE")]);
    let other = |catalog, reserved| {
        reserving("Other", Box::leak(Box::new(catalog)), &[Sample::new(ALL, 1, 402, "OTHER")], reserved)
    };
    for catalog in [acme("ACMD", "_", 0), acme("ACME_", "", 0), acme("", "", 0)] {
        assert_eq!(reported([one, other(catalog, &[])]), ["", ""], "{catalog:?}");
        assert_eq!(reported([other(catalog, &[(1, 1)]), one]), ["", ""], "{catalog:?}");
    }
    // If two catalogs write the same code, it is one code.
    assert_eq!(
        reported([one, other(acme("ACME", "_", 0), &[])]),
        ["", &*(clash(1, ("ONE", "P"), ("OTHER", "Q")) + HELP)]
    );
}

#[test]
fn catalogs_with_one_prefix_write_it_in_one_way() {
    let one = of("One", &[(1, "ONE"), (100, "HUNDRED")]);
    for (separator, width, [code, later], constant) in
        [("-", 0, ["ACME-2", "ACME-3"], "SEPARATOR"), ("_", 2, ["ACME_02", "ACME_03"], "WIDTH")]
    {
        let of = |name, number| {
            let catalog = Box::leak(Box::new(acme("ACME", separator, width)));
            list(name, catalog, &[Sample::new(ALL, number, 402, name)])
        };
        let (other, another) = (of("OTHER", 2), of("ANOTHER", 3));
        let expected = |code, part| {
            format!(
                "`ACME_1` in `P` and `{code}` in `{part}` are codes of two catalogs with the prefix `ACME`, whose `{constant}` \
                 differs\nhelp: give one of the catalogs another `PREFIX`"
            )
        };
        assert_eq!(reported([one, other]), ["", &*expected(code, "Q")]);
        assert_eq!(reported([one, nesting(other, [another])]), ["", &*expected(code, "Q")]);
        assert_eq!(reported([one, of_reserving("None", &[], &[(5, 5)]), another]), ["", "", &*expected(later, "R")]);
        assert_eq!(reported([other, another]), ["", ""]);
        // It is reported where the two are together for the first time.
        let both = nesting(one, [other]);
        assert_eq!(reported([both, another]), ["", &*expected(later, "Q")]);
        assert_eq!(reported([both, other]), ["", ""]);
    }
}

#[test]
fn a_detail_with_two_types_is_reported() {
    const HAVE: Detail = Detail::new("have", DetailType::Integer, false);
    const TEXT: Detail = Detail::new("have", DetailType::String, false);
    const NEED: Detail = Detail::new("need", DetailType::Integer, false);

    let of = |name, number, details: &'static [(usize, &'static [Detail])]| {
        let mut table =
            table(name, ACME, &[Sample::new(ALL, number, 402, "ONE"), Sample::new(ALL, 9, 402, "NINE")], &[]);
        table.details = details;
        leaked(table).codes()
    };
    let number = of("Number", 1, &[(0, &[NEED, HAVE])]);
    let expected = "detail `have` of `ACME_1` has two types: integer in `P`, string in `Q`";
    assert!(reported([number, of("Text", 1, &[(0, &[TEXT])])])[1].starts_with(expected));
    assert!(reported([number, of("Later", 1, &[(0, &[NEED, TEXT]), (1, &[NEED])])])[1].starts_with(expected));
    for other in [of("Same", 1, &[(0, &[HAVE, NEED])]), of("Code", 2, &[(0, &[TEXT])]), of("None", 1, &[(1, &[TEXT])])]
    {
        assert_eq!(reported([number, other]), ["", ""]);
    }
}
