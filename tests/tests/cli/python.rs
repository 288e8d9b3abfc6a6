//! The Python module; `.ci/steps/clients.sh` runs it, and checks it with mypy, pyright and ruff.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::reference::Reference;
use studio_errors_cli::client::to_python;
use studio_errors_tests::hostile::ServiceError;

/// The reference of the category `quota`, with other members of one code.
fn changed(code: &str, members: Value) -> Reference {
    let mut reference: Value = serde_json::from_str(&Reference::of::<QuotaError>().to_json()).unwrap();
    let mut rows = reference["codes"].as_array_mut().unwrap().iter_mut();
    let row = rows.find(|row| row["code"] == code).unwrap().as_object_mut().unwrap();
    let Value::Object(members) = members else { panic!("not an object") };
    row.extend(members);
    Reference::from_json(&reference.to_string()).unwrap()
}

#[test]
fn every_code_is_a_class_below_its_category() {
    let reference = Reference::of::<StudioError>();
    let module = to_python(&reference);
    assert!(module.contains("\nclass StudioError(Exception):\n"));
    assert!(module.contains("\nclass QuotaError(StudioError):\n    \"\"\"Quota & Credits\"\"\"\n"));
    assert!(module.contains(
        r#"
class InsufficientCredits(QuotaError):
    """Insufficient AI credits in wallet for this generation

    Purchase additional credits or upgrade subscription tier

    STUDIO_1601, INSUFFICIENT_CREDITS, HTTP 402
    """

    code = "STUDIO_1601"
    message = "Insufficient AI credits in wallet for this generation"
    http = 402
    resolution = "Purchase additional credits or upgrade subscription tier"
    retryable = False

"#
    ));
    let classes: BTreeSet<_> = module.lines().filter_map(|line| line.strip_prefix("class ")).collect();
    // The base, the protocol of a response, and the values of a body.
    assert_eq!(classes.len(), reference.codes.len() + reference.categories.len() + 3);
    for row in &reference.codes {
        assert_eq!(module.matches(&format!("    code = \"{}\"\n", row.code)).count(), 1);
    }
}

#[test]
fn details_have_a_type() {
    let details = json!([
        {"name": "have", "type": "integer", "optional": false},
        {"name": "\"],\n", "type": "violations", "optional": true},
        {"name": "shape", "type": "a type of another version", "optional": false},
    ]);
    let module = to_python(&changed("STUDIO_1601", json!({"details": details})));
    let expected = r#"
InsufficientCreditsDetails = typing.TypedDict(
    "InsufficientCreditsDetails",
    {
        "have": int,
        "\"],\n": typing.NotRequired[list[Violation]],
        "shape": typing.Any,
    },
)
"#;
    assert!(module.contains(expected), "{module}");
    assert!(module.contains("    def details(self) -> InsufficientCreditsDetails:\n"));
    // The details of the code, and `Violation`.
    assert_eq!(module.matches("TypedDict(\n").count(), 2);
}

#[test]
fn values_are_found_where_the_envelope_has_them() {
    let json = Reference::of::<QuotaError>().to_json();
    let template = json!(r#"{"errors":[{"no":{number},"text":"{message}"}],"id":"{request_id}"}"#);
    let json = json.replacen("\"width\": 0", &format!("\"width\": 0, \"envelope\": {template}"), 1);
    let module = to_python(&Reference::from_json(&json).unwrap());
    let places = r#"{"key": ("errors", 0, "no"), "message": ("errors", 0, "text"), "request_id": ("id",)},"#;
    assert!(module.contains(places), "{module}");
    assert!(module.contains("    \"1601\": InsufficientCredits,\n    \"1602\": QuotaExceeded,\n"));
    assert!(module.contains("    \"STUDIO_1601\": InsufficientCredits,\n"));
}

#[test]
fn a_name_that_is_taken_gets_the_code() {
    for (name, class) in [
        ("QUOTA_ERROR", "QuotaErrorStudio1600"),
        ("STUDIO_ERROR", "StudioErrorStudio1600"),
        ("NONE", "NoneStudio1600"),
        ("TIMEOUT_ERROR", "TimeoutErrorStudio1600"),
        ("VIOLATION", "ViolationStudio1600"),
        ("QUOTA_EXCEEDED", "QuotaExceededStudio1600"),
        ("MATCH", "Match"),
    ] {
        let module = to_python(&changed("STUDIO_1600", json!({"name": name})));
        assert!(module.contains(&format!("\nclass {class}(QuotaError):\n")), "{name}");
        let other = if name == "QUOTA_EXCEEDED" { "QuotaExceededStudio1602" } else { "QuotaExceeded" };
        assert!(module.contains(&format!("\nclass {other}(QuotaError):\n")), "{name}");
    }
}

#[test]
fn text_cannot_end_a_string_or_a_docstring() {
    let text = "\"\"\"\nimport os\n'''\\\u{2028}\u{0}\r\u{202e}";
    let note = json!({"since": text, "note": text});
    let reference = changed("STUDIO_1600", json!({"description": text, "resolution": text, "deprecated": note}));
    for module in [to_python(&reference), to_python(&Reference::of::<ServiceError>())] {
        // Each docstring has one start and one end, and no other line has three quotes.
        let quotes: Vec<_> = module.lines().filter(|line| line.contains("\"\"\"")).collect();
        assert_eq!(module.matches("\"\"\"").count() % 2, 0);
        for line in quotes {
            let text = line.trim_start();
            assert!(text.starts_with("\"\"\"") || text == "\"\"\"", "{line}");
        }
        assert!(!module.lines().any(|line| line.starts_with("import os")));
        assert!(module.chars().all(|c| c == '\n' || !c.is_control() && c != '\u{2028}' && c != '\u{202e}'));
    }
}

#[test]
fn two_details_of_one_name_are_refused() {
    let json = changed("STUDIO_1600", json!({"details": [{"name": "a", "type": "any"}, {"name": "b", "type": "any"}]}));
    let error = Reference::from_json(&json.to_json().replace("\"b\"", "\"a\"")).unwrap_err();
    assert_eq!(error.to_string(), "codes[0]: `STUDIO_1600` has two details with the name `a`");
}

/// The names of the classes of a reference, without those of every module.
fn classes(reference: &Reference) -> BTreeSet<String> {
    let module = to_python(reference);
    let classes = module.lines().filter_map(|line| line.strip_prefix("class ")?.split('(').next().map(String::from));
    classes.filter(|name| !["Violation", "_Response", "_Values"].contains(&&**name)).collect()
}

fn names(names: &str) -> BTreeSet<String> {
    names.split(' ').map(String::from).collect()
}

/// The published reference with codes that have these categories and names.
fn named(rows: &[(&'static str, &'static str)]) -> Reference {
    let mut reference = Reference::of::<StudioError>();
    reference.codes.truncate(rows.len());
    for (row, (category, name)) in reference.codes.iter_mut().zip(rows) {
        (row.category, row.name) = ((*category).into(), (*name).into());
    }
    reference
}

#[test]
fn colliding_names_are_made_unique() {
    // The names collide with each other, a category, the base, a builtin, a keyword, and the longer name of another code.
    let reference = named(&[
        ("studio", "NOT_FOUND"),
        ("studio", "NOT__FOUND"),
        ("timeout", "STUDIO_TIMEOUT_ERROR"),
        ("timeout", "NONE"),
        ("a-b", "TIMEOUT_ERROR"),
        ("a_b", "NOT_FOUND_STUDIO_1000"),
        ("2fa", "404"),
    ]);
    let expected = "StudioError Category2faError StudioABError StudioABError_ StudioStudioError StudioTimeoutError \
        NotFoundStudio1000_ NotFoundStudio1001 StudioTimeoutErrorStudio1002 NoneStudio1003 TimeoutErrorStudio1100 \
        NotFoundStudio1000 Code404";
    assert_eq!(classes(&reference), names(expected));
}

#[test]
fn several_catalogs_share_a_base() {
    let mut reference = named(&[("quota", "A"), ("quota", "B"), ("all", "C")]);
    reference.codes[1].catalog = "ACME_2".into();
    reference.codes[2].catalog = "".into();
    let expected = "ServiceError Acme2Error StudioError AllError Acme2QuotaError StudioQuotaError A B C";
    assert_eq!(classes(&reference), names(expected));
    reference.codes.truncate(1);
    for (prefix, base) in [("TIMEOUT", "TimeoutServiceError"), ("ANY", "AnyServiceError")] {
        reference.codes[0].catalog = prefix.into();
        assert!(classes(&reference).contains(base));
    }
    reference.codes.clear();
    assert_eq!(classes(&reference), names("ServiceError"));
}
