//! Tests of the check that names differ as they are sent.

use alloc::format;

use super::conflicts::reported;
use super::*;
use crate::check::own_names;
use crate::code::envelope::Template;

/// A catalog whose bodies have these members and the message.
fn acme_with(members: &str) -> &'static CatalogFacts {
    let template: &'static str = format!(r#"{{{members},"text":"{{message}}"}}"#).leak();
    let envelope = Some(&*Box::leak(Box::new(Template::parse(template).0)));
    Box::leak(Box::new(CatalogFacts { envelope, ..acme("ACME", "_", 0) }))
}

fn of(name: &'static str, catalog: &'static CatalogFacts, codes: &[(i64, &'static str)]) -> CodeList {
    list(name, catalog, &rows_of(codes))
}

const HELP: &str =
    "\nhelp: give one of them another name, as in `name = \"..\"`\nhelp: or add `{code}` to the envelope";

fn clash(one: &str, other: &str, sent: &str) -> String {
    format!("{one} and {other} are both sent as `{sent}`, and the envelope has no other value that tells them apart")
}

#[test]
fn names_are_compared_as_they_are_sent() {
    for (style, one, other, sent) in [
        ("snake_case", "A_B", "A__B", Some("a_b")),
        ("kebab-case", "A_B", "A_B_", Some("a-b")),
        ("SCREAMING-KEBAB-CASE", "A_B", "A__B", Some("A-B")),
        ("snake_case", "LOG_IN", "LOGIN", None),
        ("camelCase", "LOG_IN", "LOGIN", None),
        ("PascalCase", "LOG_IN", "LOGIN", None),
        ("PascalCase", "LOG_IN", "LOG__IN", Some("LogIn")),
        ("camelCase", "E_404", "E404", Some("e404")),
        ("camelCase", "E4_04A", "E404_A", None),
        ("lowercase", "LOG_IN", "LOGIN", Some("login")),
        ("UPPERCASE", "LOG_IN", "LOGIN", Some("LOGIN")),
    ] {
        let key = acme_with(&format!(r#""type":"{{name:{style}}}""#));
        let samples = rows_of(&[(1, one), (2, other)]);
        let report = report(|| own_names(under(key, &samples, &[], CodeList::EMPTY), ()));
        let expected = |one, other| sent.map(|sent| clash(one, other, sent) + HELP).unwrap_or_default();
        assert_eq!(report, expected("`ACME_1`", "`ACME_2`"), "{style} {one} {other}");
        let parts = [of("One", key, &[(1, one)]), of("Two", key, &[(2, other)])];
        assert_eq!(reported(parts), ["", &*expected("`ACME_1` in `P`", "`ACME_2` in `Q`")], "{style} {one} {other}");
    }
    let as_is = acme_with(r#""type":"{name}""#);
    assert_eq!(reported([of("One", as_is, &[(1, "A_B")]), of("Two", as_is, &[(2, "A__B")])]), ["", ""]);
}

#[test]
fn every_name_that_is_sent_twice_is_in_one_report() {
    let key = acme_with(r#""type":"{name:lowercase}""#);
    let samples = rows_of(&[(1, "A_B"), (2, "C"), (3, "AB"), (4, "A__B"), (5, "C_")]);
    let report = report(|| own_names(under(key, &samples, &[], CodeList::EMPTY), ()));
    let mut lines: Vec<_> = report.strip_suffix(HELP).unwrap().lines().map(String::from).collect();
    lines.sort();
    let clash = |one, other, sent| clash(&format!("`ACME_{one}`"), &format!("`ACME_{other}`"), sent);
    assert_eq!(lines, [clash(1, 3, "ab"), clash(1, 4, "ab"), clash(2, 5, "c")]);
    // A row with an error is not compared.
    let samples = rows_of(&[(1, "A_B"), (10_000, "AB")]);
    assert_eq!(super::report(|| own_names(under(key, &samples, &[], CodeList::EMPTY), ())), "");
}

#[test]
fn names_are_compared_where_clients_have_only_the_name() {
    let key = acme_with(r#""type":"{name:camelCase}""#);
    let (one, two) = (of("One", key, &[(1, "SOLD_OUT")]), of("Two", key, &[(2, "SOLD_OUT")]));
    let expected = |part| clash("`ACME_1` in `P`", &format!("`ACME_2` in `{part}`"), "soldOut") + HELP;
    assert_eq!(reported([one, two]), ["", &*expected("Q")]);
    let nested = nesting(of("Gone", key, &[(3, "GONE")]), [two]);
    assert_eq!(reported([one, of("Same", key, &[(1, "SOLD_OUT")]), nested]), ["", "", &*expected("R")]);
    let others = [of("Other", key, &[(2, "GONE")]), of("Whole", ACME, &[(3, "SOLD_OUT")])];
    assert_eq!(reported([one, others[0], others[1]]), ["", "", ""]);
    let with_code = acme_with(r#""type":"{name}","no":{number}"#);
    assert_eq!(
        reported([of("One", with_code, &[(1, "SOLD_OUT")]), of("Two", with_code, &[(2, "SOLD_OUT")])]),
        ["", ""]
    );
}

#[test]
fn names_of_any_number_of_codes_are_compared() {
    let key = acme_with(r#""type":"{name:snake_case}""#);
    for count in [64, 65, 5_000] {
        let mut codes: Vec<_> = (1..=count).map(|i| (i, &*format!("NAME_{i}").leak())).collect();
        let other = of("Other", key, &[(9999, "NAME__37")]);
        let expected = clash("`ACME_37` in `P`", "`ACME_9999` in `Q`", "name_37") + HELP;
        assert_eq!(reported([of("Many", key, &codes), other]), ["", &*expected], "{count}");
        codes.retain(|(i, _)| *i != 37);
        assert_eq!(reported([of("Many", key, &codes), other]), ["", ""], "{count}");
    }
}
