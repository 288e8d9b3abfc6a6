//! Tests of the checks of a code set.

use super::*;
use crate::catalog::QuotaError;
use crate::check::{Rows, has_codes, listed_code, of_catalog};
use crate::code::CodeSet;

#[test]
fn a_set_without_codes_is_refused() {
    let empty = list("Empty", ACME, &[]);
    assert_eq!(report(|| has_codes("Set", empty)), "`Set` has no codes\nhelp: list a type that has codes");
    assert!(!report(|| has_codes("Set", nesting(empty, [empty, empty]))).is_empty());
    let one = list("One", ACME, &[Sample::new(ALL, 0, 400, "ONE")]);
    assert_eq!(report(|| has_codes("Set", one)), "");
    assert_eq!(report(|| has_codes("Set", nesting(empty, [empty, nesting(empty, [one])]))), "");
}

#[test]
fn a_code_of_another_catalog_is_refused() {
    let one = list("One", ACME, &[Sample::new(ALL, 7, 400, "ONE")]);
    let nests = nesting(list("Nests", STUDIO, &[]), [QuotaError::CODES, one]);
    // An error in the member is reported in the member.
    let mistaken = list("Mistaken", ACME, &[Sample::new(ALL, 10_000, 400, "ONE")]);
    for (member, codes, at) in [
        ("QuotaError", QuotaError::CODES, None),
        ("One", one, Some("`One`")),
        ("Nests", nests, Some("the type that defines `ACME_7`")),
        ("Mistaken", mistaken, None),
    ] {
        let expected = at.map(|at| {
            std::format!(
                "`{member}` reports `ACME_7`, which is not a code of `Studio`\n\
                 help: add `#[studio(catalog = Studio)]` to {at}, or list `{member}` in another set"
            )
        });
        assert_eq!(report(|| of_catalog::<Studio>("Studio", member, codes)), expected.unwrap_or_default());
    }
}

#[test]
fn listed_codes_are_found_by_their_names_in_any_order() {
    let codes = list("Type", ACME, &rows_of(&[(1, "ONE"), (2, "TWO"), (3, "TEN")]));
    let rows: &Rows<4> = Box::leak(Box::new(Rows::named(codes, ["TEN", "ONE", "TWOS", "TWO"])));
    assert_eq!(rows.of(codes).iter().map(|info| info.code().number()).collect::<Vec<_>>(), [1, 2, 3]);
    for (i, name) in [(0, "TEN"), (1, "ONE"), (3, "TWO")] {
        assert_eq!(report(|| listed_code("Type", codes, rows, i, name)), "");
    }
    // The constant of a struct is `CODE`.
    let one = list("One", ACME, &rows_of(&[(1, "ONE")]));
    let reported = |codes| report(|| listed_code("Type", codes, &Rows::named(codes, ["CODE"]), 0, "CODE"));
    assert_eq!(reported(one), "");
    assert_eq!(reported(codes), "`Type` defines no code `CODE`\nhelp: did you mean `ONE`?");
    assert_eq!(
        report(|| listed_code("Type", codes, &Rows::named(codes, ["ZZZZZZ"]), 0, "ZZZZZZ")),
        "`Type` defines no code `ZZZZZZ`\nhelp: its codes are `ONE`, `TWO`, `TEN`"
    );
    assert_eq!(
        report(|| listed_code("Type", codes, rows, 2, "TWOS")),
        "`Type` defines no code `TWOS`\nhelp: did you mean `TWO`?"
    );
}
