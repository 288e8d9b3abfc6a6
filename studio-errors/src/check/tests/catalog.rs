//! Tests of the checks of a catalog.

use std::format;

use super::*;
use crate::catalog::QuotaError;
use crate::check::catalog::is_well_formed;
use crate::check::listed;
use crate::code::CodeSet;

fn reported(facts: CatalogFacts) -> String {
    report(|| is_well_formed(&facts, Studio::ENVELOPE))
}

/// A catalog whose second category has negative numbers.
const SIGNED: &[Category] = &[Category::new("a", "A", 0..=9), Category::with_ranges("b", "B", &[-9..=-5, 10..=19])];

#[test]
fn negative_numbers_have_neither_a_prefix_nor_a_width() {
    let expected = "- category `b` (-9 to -5, 10 to 19) has negative numbers, which have no prefix, no separator and no width\n  \
         help: write `const PREFIX: &'static str = \"\";` and `const SEPARATOR: &'static str = \"\";`, and no `WIDTH`";
    for facts in [acme("A", "_", 0), acme("A", "", 3), acme("", "", 3)] {
        let reported = reported(CatalogFacts { categories: SIGNED, ..facts });
        assert_eq!(reported.split_once('\n').map(|(_, mistakes)| mistakes), Some(expected), "{reported}");
    }
}

fn with(categories: &'static [Category]) -> CatalogFacts {
    CatalogFacts { categories, ..*ACME }
}

fn sending(code_header: &'static str) -> CatalogFacts {
    CatalogFacts { code_header: Some(code_header), ..*ACME }
}

#[test]
fn catalogs_with_different_formats_are_accepted() {
    for facts in [
        *STUDIO,
        *ACME,
        acme("A_1", "_", 0),
        acme("A2345678901234567890123456789012", "_", 0),
        acme("HE", "_", 2),
        acme("E", "", 19),
        acme("", "", 0),
        acme("A", "-.:_", 0),
        with(&[]),
        sending("x-error-code"),
        CatalogFacts { categories: SIGNED, ..acme("", "", 0) },
    ] {
        assert_eq!(reported(facts), "", "{facts:?}");
    }
}

/// Checks that a malformed catalog has only this mistake.
fn assert_reported(facts: CatalogFacts, mistake: &str) {
    let reported = reported(facts);
    let lines = |start| reported.lines().filter(move |line| line.starts_with(start)).collect::<Vec<_>>();
    assert_eq!((lines("- "), lines("  help: ").len()), (Vec::from([&*format!("- {mistake}")]), 1), "{reported}");
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
        (acme("A", "_", 20), "its width is 20"),
        (sending("X-Code"), "its code header is `X-Code`, which is not the name of a header in lower case"),
        (sending(""), "its code header is ``, which is not the name of a header in lower case"),
        (sending("vary"), "its code header is `vary`, which responses have for another purpose"),
        (sending("etag"), "its code header is `etag`, which responses have for another purpose"),
    ] {
        assert_reported(facts, expected);
    }
}

#[test]
fn each_error_in_the_categories_is_reported() {
    let a = Category::new("a", "A", 5..=9);
    let b = |ranges| Category::with_ranges("b", "B", ranges);
    for (categories, expected) in [
        ([a, Category::new("a", "B", 10..=19)], "two categories have the slug `a`"),
        ([a, Category::new("b", "B", 1..=5)], "category `b` (1 to 5) overlaps `a` (5 to 9)"),
        ([a, Category::new("b", "B", 9..=9)], "category `b` (9 to 9) overlaps `a` (5 to 9)"),
        ([a, b(&[1..=2, 7..=7])], "category `b` (1 to 2, 7 to 7) overlaps `a` (5 to 9)"),
        ([a, b(&[1..=2, 9..=12])], "category `b` (1 to 2, 9 to 12) overlaps `a` (5 to 9)"),
        ([a, Category::new("", "B", 1..=4)], "the slug of category `B` is empty"),
    ] {
        assert_reported(with(Box::leak(Box::new(categories))), expected);
    }
    assert_eq!(reported(with(Box::leak(Box::new([a, b(&[1..=4, 10..=12])])))), "");
}

/// Mistakes in an envelope: the rest of the template, the fact and the help.
const MISTAKES: &str = r#"1}
is not JSON at column 40: expected a member in quotes, found `1}`
write it as a body is sent, such as `{"error":{"code":"{code}","message":"{message}"}}`
"é":\n"é
is not JSON at line 2, column 3: expected `"`, found the end
write it as a body is sent, such as `{"error":{"code":"{code}","message":"{message}"}}`
"\u00zz":1}
is not JSON at column 45: expected four hexadecimal digits, found `zz":1}`
write it as a body is sent, such as `{"error":{"code":"{code}","message":"{message}"}}`
"a":{mesage}}
has the unknown placeholder `{mesage}` at column 44
did you mean `{message}`?
"a":"{x}"}
has the unknown placeholder `{x}` at column 45
the placeholders are `{code}`, `{number}`, `{name}`, `{category}`, `{message}`, `{http}`, `{resolution}`, `{docs}`, `{property.type}`, `{details}`, `{request_id}`, `{request.trace_id}`; braces in a string are `{{` and `}}`
"a":"see {details}"}
has `{details}` in a longer string at column 49
an object is a whole value, such as `"details":{details}`
"{code}":1}
has `{code}` in the name of a member at column 41
a placeholder is a value, such as `"{code}"`
"a":"{details}"}
has `{details}` in quotes at column 45
remove the quotes: the value is an object
"a":{name}}
has `{name}` without quotes at column 44
write `"{name}"`: the value is a string
"a":{code}}
has `{code}` without quotes at column 44
write `"{code}"`: the value is a string; the number is `{number}`
"a":"{name:snakecase}"}
has the unknown style `{name:snakecase}` at column 45
did you mean `snake_case`?
"a":"{code:snake_case}"}
has the unknown style `{code:snake_case}` at column 45
only `{name}` and `{category}` have a style
"a":"{request.}"}
has `{request.}` without a name at column 45
write `{request.trace_id}`, with your name after the dot
"a":"{docs}"}
has `{docs}` at column 45, and the catalog has no `DOCS`
add `const DOCS: Option<&'static str> = Some("https://acme.example/errors");`
"a":"see {property.type}"}
has `{property.type}` at column 49, and the catalog has no property `type`
declare it, as in `const PROPERTIES: &'static [Property] = &[Property::new("type")];`
"a":["{request_id}",1]}
has the element `{request_id}` at column 46 before others, which change their places if its value is absent
make it the last element, or write an object
"code":1}
repeats the member `code` at column 40
give each member of an object its own name"#;

#[test]
fn each_error_in_the_envelope_is_reported() {
    for mistake in MISTAKES.lines().collect::<Vec<_>>().chunks(3) {
        let [rest, fact, help] = *mistake else { panic!("{mistake:?}") };
        let template = format!(r#"{{"code":"{{code}}","message":"{{message}}",{}"#, rest.replace(r"\n", "\n"));
        let expected = format!("the catalog with prefix `STUDIO` is malformed\n- its envelope {fact}\n  help: {help}");
        assert_eq!(report(|| is_well_formed(STUDIO, &template)), expected, "{template}");
    }
}

#[test]
fn an_envelope_that_can_be_empty_or_has_no_code_is_reported() {
    let facts = CatalogFacts { code_header: Some("x-code"), ..*STUDIO };
    let text = r#""{message} ({request_id}, {request.a})""#;
    for (template, written, column) in [("{details}", "{details}", 1), (text, "{request_id}", 13)] {
        assert_eq!(
            report(|| is_well_formed(&facts, template)),
            format!(
                "the catalog with prefix `STUDIO` is malformed\n- its envelope is a single value with `{written}` at column \
                 {column}, which an error can lack\n  help: make it a member of an object, such as `{{\"errors\":{template}}}`"
            )
        );
    }
    assert_eq!(report(|| is_well_formed(&facts, r#""{message} {code}""#)), "");
    assert_eq!(
        report(|| is_well_formed(STUDIO, "{}")),
        "the catalog with prefix `STUDIO` is malformed\n\
         - its envelope has no `{message}`\n  help: add a member, such as `\"message\":\"{message}\"`\n\
         - its envelope has none of `{code}`, `{number}` and `{name}` as a whole value, by which clients tell errors apart\n  \
         help: add a member, such as `\"code\":\"{code}\"`\n  \
         help: or send the code in a header: `const CODE_HEADER: Option<&'static str> = Some(\"x-error-code\");`"
    );
}

#[test]
fn all_errors_of_a_catalog_are_in_one_report() {
    let categories = Box::leak(Box::new([
        Category::new("a", "A", 1..=9),
        Category::new("b", "B", 5..=12),
        Category::new("a", "C", 9..=10),
        Category::new("d", "D", -2..=-1),
    ]));
    let facts = CatalogFacts { categories, width: 20, ..acme("acme", "/", 0) };
    assert_eq!(
        reported(facts),
        "the catalog with prefix `acme` is malformed\n\
         - its prefix is not a word in capital letters\n  \
         help: use `A` to `Z`, digits and inner underscores, beginning with a letter, at most 32, such as `ACME`\n\
         - its separator is `/`\n  help: use at most four of `_`, `-`, `.` and `:`, or nothing\n\
         - its width is 20\n  help: write at most 19, which is the length of the longest number\n\
         - category `d` (-2 to -1) has negative numbers, which have no prefix, no separator and no width\n  \
         help: write `const PREFIX: &'static str = \"\";` and `const SEPARATOR: &'static str = \"\";`, and no `WIDTH`\n\
         - two categories have the slug `a`\n  help: give each category its own slug\n\
         - category `b` (5 to 12) overlaps `a` (1 to 9)\n  help: give each category its own numbers\n\
         - category `a` (9 to 10) overlaps `b` (5 to 12)\n  help: give each category its own numbers"
    );
}

#[test]
fn a_published_type_that_is_not_listed_is_refused() {
    assert_eq!(report(|| listed::<Studio>(QuotaError::CODES.types()[0].table())), "");
    // A type with the same name and codes is not the listed type.
    let namesake = leaked(table("QuotaError", STUDIO, &[quota(1601, 402, "INSUFFICIENT_CREDITS")], &[]));
    assert_eq!(
        report(|| listed::<Studio>(namesake)),
        "the catalog does not list `QuotaError`, whose codes it publishes\n\
         help: list `<QuotaError as CodeSet>::CODES` in its `PUBLISHED`, or remove `published`"
    );
    // Nobody would know the numbers that it reserves.
    let reserves = leaked(table("Reserves", STUDIO, &[], &[(1655, 1655)]));
    assert!(report(|| listed::<Studio>(reserves)).starts_with("the catalog does not list `Reserves`"));
}

#[test]
fn a_report_with_many_long_texts_ends_with_its_help() {
    let long: &'static str = Box::leak("x".repeat(5_000).into_boxed_str());
    let name: &'static str = Box::leak("N".repeat(255).into_boxed_str());
    let category: &'static Category = Box::leak(Box::new(Category::new(long, "All", 0..=99)));
    let rows = |http| (0..20).map(|number| Sample::new(category, number, http, name)).collect::<Vec<_>>();
    let parts = [(long, list("One", ACME, &rows(400))), (long, list("Two", ACME, &rows(404)))];
    let found = crate::check::conflicting(&parts);
    let conflicts = report(|| crate::check::conflicts(&parts, &found, 1));
    assert_eq!(conflicts.matches(name).count(), 24, "{}", conflicts.len());
    assert!(conflicts.ends_with("\nand more conflicts\nhelp: give one of them another code"), "{conflicts}");

    let categories: &'static [Category] =
        (0..400).map(|i| Category::new(long, "All", i..=500)).collect::<Vec<_>>().leak();
    let malformed = reported(with(categories));
    assert!(malformed.ends_with("\n  help: give each category its own slug\n- and more"), "{malformed}");
    let distinct: &'static [Category] = (0..400)
        .map(|i| Category::new(Box::leak(std::format!("c{i}").into_boxed_str()), "All", i..=i))
        .collect::<Vec<_>>()
        .leak();
    assert_eq!(reported(with(distinct)), "");
    let catalog = Box::leak(Box::new(CatalogFacts { categories: distinct, ..*ACME }));
    let definitions = under(catalog, &[refused(None)], &[], CodeList::EMPTY);
    let unknown = report(|| crate::check::category_missing(definitions, "E", None, ""));
    assert!(unknown.ends_with("`c10`, `c11`, and 388 more"), "{unknown}");
}
