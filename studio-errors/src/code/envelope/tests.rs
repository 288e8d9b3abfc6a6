//! Tests of parsing templates.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::*;

fn mistakes(template: &str) -> Vec<(Wrong, &str)> {
    let text = |mistake: &Mistake| (mistake.wrong, template.get(mistake.from..mistake.to).unwrap());
    Template::parse(template).1.all().iter().map(text).collect()
}

/// A minimal valid template.
fn with(member: &str) -> String {
    format!(r#"{{"code":"{{code}}","message":"{{message}}",{member}}}"#)
}

#[test]
fn text_that_is_not_json_is_refused_at_the_first_invalid_byte() {
    for (template, at, expected) in [
        ("", 0, "a value"),
        ("{", 1, "a member in quotes"),
        ("x", 0, "a value"),
        ("{code", 5, "`}`"),
        ("{}x", 2, "the end"),
        ("{} {}", 3, "the end"),
        (r#"{"a"}"#, 4, "`:`"),
        (r#"{"a":}"#, 5, "a value"),
        (r#"{"a":1,}"#, 7, "a member in quotes"),
        (r#"{"a":1 "b":2}"#, 7, "`,` or `}`"),
        (r#"{"a":1"#, 6, "`,` or `}`"),
        ("{'a':1}", 1, "a member in quotes"),
        ("[1,]", 3, "a value"),
        ("[1 2]", 3, "`,` or `]`"),
        ("[1}", 2, "`,` or `]`"),
        ("01", 1, "the end"),
        ("-", 1, "a digit"),
        ("1.", 2, "a digit"),
        ("1e+", 3, "a digit"),
        (".5", 0, "a value"),
        ("tru", 0, "a value"),
        ("nulL", 0, "a value"),
        ("\"a", 2, "`\"`"),
        ("\"\\x\"", 2, "an escape such as `\\n`"),
        ("\"\\u12g4\"", 5, "four hexadecimal digits"),
        ("\"a\nb\"", 2, "an escaped control character"),
        ("\"\0\"", 1, "an escaped control character"),
        ("[[[[[[[[[[[[[[[[[", 16, "at most 16 nested objects and arrays"),
    ] {
        let mistake = Mistake { wrong: Wrong::Json(expected), from: at, to: at };
        assert_eq!(Template::parse(template).1.all(), [mistake], "{template}");
    }
}

#[test]
fn a_template_can_have_too_many_parts() {
    // The body, the code, the message and the array are parts too.
    let many = |elements| with(&format!(r#""a":[{}1]"#, "1,".repeat(elements - 1)));
    assert_eq!(mistakes(&many(MOST - 4)), []);
    assert_eq!(mistakes(&many(MOST - 3)), [(Wrong::Many, "1")]);
    assert_eq!(mistakes(&many(1000)), [(Wrong::Many, "1")]);
}

#[test]
fn a_name_has_no_escape_sequence_with_another_spelling() {
    assert_eq!(mistakes(&with(r#""a\u0062\\u\/":1"#)), [(Wrong::Escape, "\\u"), (Wrong::Escape, "\\/")]);
}

#[test]
fn missing_placeholders_are_found() {
    assert_eq!(mistakes("{}"), [(Wrong::NoMessage, "")]);
    assert_eq!(mistakes(r#"{"a":"{code}"}"#), [(Wrong::NoMessage, "")]);
    assert_eq!(mistakes(r#"{"errors":{details}}"#), []);
    // A misspelled placeholder is the only error.
    assert_eq!(mistakes(r#"{"a":{message},"b":"{code}"}"#), [(Wrong::Unquoted, "{message}")]);
    assert_eq!(mistakes(r#"{"a":"{message}","b":"{cod}"}"#), [(Wrong::Unknown, "{cod}")]);
    // The number of errors is limited by the size of the report.
    assert_eq!(mistakes(&format!("[{}1]", "{a},".repeat(99))).len(), 8);
}
