//! Tests of parsing templates and of iterating over their values.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::*;

fn mistakes(template: &str) -> Vec<(Wrong, &str)> {
    match Template::parse(template) {
        Ok(_) => Vec::new(),
        Err(mistakes) => (0..mistakes.len())
            .map(|i| mistakes.get(i))
            .map(|mistake| (mistake.wrong, template.get(mistake.from..mistake.to).unwrap_or_default()))
            .collect(),
    }
}

/// A minimal valid template.
fn with(member: &str) -> String {
    format!(r#"{{"code":"{{code}}","message":"{{message}}",{member}}}"#)
}

#[test]
fn valid_templates_of_many_forms_are_accepted() {
    for template in [
        DEFAULT,
        r#"{"code":{number},"message":"{message}"}"#,
        r#"{"name":"{name}","message":"{message}"}"#,
        r#"[{"errorCode":"{name}","message":"{message}"}]"#,
        " {\n\t\"code\" : \"{number}\" ,\r\n\"message\":\"{message}\" }\n",
        r#"["{code}","{message}",{http},"{request_id}"]"#,
        r#"{"error":{"code":"{code}","message":"{message}","details":{details}},"status":{http},"statusText":"{http}"}"#,
    ] {
        assert_eq!(mistakes(template), [], "{template}");
    }
    for member in [
        r#""a":{}"#,
        r#""a":[]"#,
        r#""a":[{},[[]],"",0,-1,1.5,-0.0e+10,1E9,2e-3,true,false,null]"#,
        r#""a":"\"\\\/\b\f\n\r\t\u00e9 é {} {a b} { } {{see}} {{ }} https://a/{{id}} {code}: {message}""#,
        r#""":1"#,
        r#""\"code":1"#,
        r#""é":{"code":"{number}","a":{"code":1}}"#,
    ] {
        assert_eq!(mistakes(&with(member)), [], "{member}");
    }
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
        ("[[[[[[[[[[[[[[[[[", 16, "a value that is nested less deeply"),
    ] {
        let Err(mistakes) = Template::parse(template) else { panic!("{template}") };
        let first = mistakes.get(0);
        assert_eq!((mistakes.len(), first.wrong, first.from), (1, Wrong::Json(expected), at), "{template}");
    }
}

#[test]
fn a_body_is_json_without_placeholders() {
    let deep = |depth| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    for (body, found) in [
        (r#" {"a":"{code}","a":"{x} {code}","{code}":[{}]} "#, Ok(())),
        ("{code}", Err((1, "a member in quotes"))),
        ("", Err((0, "a value"))),
        ("<html>", Err((0, "a value"))),
        ("[1,2", Err((4, "`,` or `]`"))),
        (&deep(128), Ok(())),
        (&deep(129), Err((128, "a value that is nested less deeply"))),
    ] {
        assert_eq!(check(body), found, "{body}");
    }
}

#[test]
fn each_error_of_a_placeholder_is_found() {
    for (member, expected) in [
        (r#""a":"{mesage}""#, (Wrong::Unknown, "{mesage}")),
        (r#""a":{text}"#, (Wrong::Unknown, "{text}")),
        (r#""a":"{Code}""#, (Wrong::Unknown, "{Code}")),
        (r#""a":"see {mesage}""#, (Wrong::Unknown, "{mesage}")),
        (r#""a":"https://a/{id}""#, (Wrong::Unknown, "{id}")),
        (r#""a":"see {details}""#, (Wrong::Inside, "{details}")),
        (r#""a":"{name:snakecase}""#, (Wrong::Style, "{name:snakecase}")),
        (r#""a":"{code:snake_case}""#, (Wrong::Style, "{code:snake_case}")),
        (r#""a":"x {category:}""#, (Wrong::Style, "{category:}")),
        (r#""a":"{request.}""#, (Wrong::NoName, "{request.}")),
        (r#""a":"x {property.}""#, (Wrong::NoName, "{property.}")),
        (r#""a":{docs}"#, (Wrong::Unquoted, "{docs}")),
        (r#""a":{request.trace_id}"#, (Wrong::Unquoted, "{request.trace_id}")),
        (r#""\u0063ode":1"#, (Wrong::Repeated, "\"\\u0063ode\"")),
        (r#""é":1,"\u00E9":2"#, (Wrong::Repeated, "\"\\u00E9\"")),
        (r#""😀":1,"\ud83d\ude00":2"#, (Wrong::Repeated, "\"\\ud83d\\ude00\"")),
        (r#""x{code}":1"#, (Wrong::Name, "{code}")),
        (r#""{code}":1"#, (Wrong::Name, "{code}")),
        (r#""a":"{details}""#, (Wrong::Quoted, "{details}")),
        (r#""a":{code}"#, (Wrong::Unquoted, "{code}")),
        (r#""a":{resolution}"#, (Wrong::Unquoted, "{resolution}")),
        (r#""code":1"#, (Wrong::Repeated, "\"code\"")),
        (r#""a":{"b":{"code":1},"c":[],"b":2}"#, (Wrong::Repeated, "\"b\"")),
    ] {
        assert_eq!(mistakes(&with(member)), [expected], "{member}");
    }
    let many = format!(r#""a":[{}{{http}}]"#, "{http},".repeat(MOST - 3));
    assert_eq!(mistakes(&with(&many)), []);
    let many = format!(r#""a":[{}{{http}}]"#, "{http},".repeat(MOST - 2));
    assert_eq!(mistakes(&with(&many)), [(Wrong::Many, "{http}")]);
}

#[test]
fn missing_placeholders_are_found() {
    assert_eq!(mistakes("{}"), [(Wrong::NoMessage, "")]);
    assert_eq!(mistakes(r#"{"a":"{code}"}"#), [(Wrong::NoMessage, "")]);
    let has_code = |template| Template::parse(template).unwrap().has_code();
    assert!(!has_code(r#"{"a":"{message}","b":{http},"c":"{category}"}"#));
    // A client reads only whole values.
    assert!(!has_code(r#"{"a":"{code}: {message}"}"#));
    assert!(has_code(r#"{"a":"{name:snake_case}","b":"{message}"}"#));
    // A misspelled placeholder is the only error.
    assert_eq!(mistakes(r#"{"a":{message},"b":"{code}"}"#), [(Wrong::Unquoted, "{message}")]);
    assert_eq!(mistakes(r#"{"a":"{message}","b":"{cod}"}"#), [(Wrong::Unknown, "{cod}")]);
    // The number of errors is limited by the size of the report.
    assert_eq!(mistakes(&format!("[{}1]", "{a},".repeat(99))).len(), 8);
}

#[test]
fn a_slot_knows_its_member() {
    let template = r#"{"a":"{code}", "b" : {details} ,"c":["{message}" , "{request_id}"]}"#;
    let template = Template::parse(template).unwrap();
    let slots: Vec<_> = template
        .slots()
        .iter()
        .map(|slot| {
            let text = |from, to| template.text().get(from..to).unwrap();
            (slot.placeholder, text(slot.from, slot.to), text(slot.member_from, slot.member_to), slot.is_last)
        })
        .collect();
    assert_eq!(
        slots,
        [
            (Placeholder::Code, "{code}", "\"a\":\"{code}\", ", false),
            (Placeholder::Details, "{details}", "\"b\" : {details} ,", false),
            (Placeholder::Message, "{message}", "\"{message}\" , ", false),
            (Placeholder::RequestId, "{request_id}", "\"{request_id}\"", true),
        ]
    );
}

/// Returns the values of a template as text. Members have the form `name=value`.
fn shown(node: Node<'_>) -> String {
    match node.value() {
        Value::Object(members) => {
            let members: Vec<_> = members.members().map(|(name, value)| format!("{name}={}", shown(value))).collect();
            format!("({})", members.join(" "))
        }
        Value::Array(elements) => format!("[{}]", elements.map(shown).collect::<Vec<_>>().join(" ")),
        Value::Placeholder(placeholder) => {
            format!("{placeholder:?}{}", if node.is_quoted() { "'" } else { "" })
        }
        Value::Template(parts) => {
            let parts = parts.map(|part| match part {
                Part::Text(text) => format!("'{text}'"),
                Part::Placeholder(placeholder) => format!("{placeholder:?}"),
            });
            parts.collect::<Vec<_>>().join("+")
        }
        Value::Text(text) => format!("'{text}'"),
        Value::Other(text) => text.into(),
    }
}

#[test]
fn every_value_is_visited() {
    let template =
        " { \"a\" : {number} , \"b\":[ ] ,\"c\":[{},-1.5e3 , \"\\\"]}\", [\"{code}\",null]],\"\":\"{x}\"\n} ";
    assert_eq!(shown(Node::root(template)), "(a=Number b=[] c=[() -1.5e3 '\\\"]}' [Code' null]] ='{x}')");
    assert_eq!(
        shown(Node::root(DEFAULT)),
        "(error=(code=Code' message=Message' http=Http details=Details request_id=RequestId'))"
    );
}

#[test]
fn a_string_has_text_placeholders_and_braces() {
    for (string, pieces) in [
        ("https://a/{code}#{name:kebab-case}", "'https://a/'+Code+'#'+Name"),
        ("{code}: {message}", "Code+': '+Message"),
        ("{{code}}", "Brace(\"{\")+'code'+Brace(\"}\")"),
        ("{{{code}}}", "Brace(\"{\")+Code+Brace(\"}\")"),
        ("a } {b c} {", "'a } {b c} {'"),
        ("{property.type}/{request.trace_id}", "Property(\"type\")+'/'+Request(\"trace_id\")"),
    ] {
        let template = format!("{{\"a\":\"{string}\"}}");
        let shown = shown(Node::root(&template));
        let expected = format!("(a={pieces}");
        assert!(shown.starts_with(expected.trim_end_matches(')')), "{shown} {expected}");
    }
}

#[test]
fn the_iteration_over_any_text_ends() {
    for text in ["", "{", "}", "[", "{{", "{\"", "{\"a", "{\"a\"", "[\"\\", "[,,", "{:::}", "[1 2 3", "é", "{é:é"] {
        shown(Node::root(text));
    }
}

#[test]
fn escape_sequences_are_replaced() {
    for (escaped, text) in [
        ("a é", "a é"),
        (r#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{c}\n\r\t"),
        (r"\u00e9\ud83d\ude00é😀", "é😀é😀"),
        (r"\ud83d", "\u{fffd}"),
        (r"a\", "a"),
        (r"\u12", "\u{fffd}"),
    ] {
        assert_eq!(unescape(escaped), text, "{escaped}");
    }
}
