//! The invalid fields of a request: written, read, and from the reports of validator and garde.

use std::collections::BTreeMap;

use garde::Validate as _;
use serde_json::json;
use studio_errors::{Violation, Violations};
use validator::Validate as _;

fn violation(pointer: &str, rule: Option<&str>, message: &str) -> Violation {
    let violation = Violation::new(pointer, message);
    match rule {
        Some(rule) => violation.with_rule(rule),
        None => violation,
    }
}

#[test]
fn a_violation_without_a_rule_has_two_members() {
    let violations =
        Violations(vec![violation("/a~1b", Some("length"), "too \"long\""), violation("", None, "not an object")]);
    let json =
        r#"[{"pointer":"/a~1b","rule":"length","message":"too \"long\""},{"pointer":"","message":"not an object"}]"#;
    assert_eq!(serde_json::to_string(&violations).unwrap(), json);
    assert_eq!(serde_json::from_str::<Violations>(json).unwrap(), violations);
}

#[test]
fn a_violation_is_read_with_unknown_members_and_a_null_rule() {
    let json = r#"[{"message":"m","value":[7],"rule":null,"pointer":"/p"}]"#;
    assert_eq!(serde_json::from_str::<Violations>(json).unwrap().0, [violation("/p", None, "m")]);
    for wrong in [r#"[{"pointer":"/p"}]"#, r#"[{"message":"m"}]"#, r#"{"pointer":"/p","message":"m"}"#, "[7]"] {
        serde_json::from_str::<Violations>(wrong).unwrap_err();
    }
}

#[test]
fn violations_survive_other_formats() {
    let violations = Violations::from(vec![violation("/a", None, "m"), violation("/b", Some("range"), "n")]);
    assert_eq!(violations.0.len(), 2);
    let postcard = postcard::to_allocvec(&violations).unwrap();
    assert_eq!(postcard::from_bytes::<Violations>(&postcard).unwrap(), violations);
    let mut cbor = Vec::new();
    ciborium::into_writer(&violations, &mut cbor).unwrap();
    assert_eq!(ciborium::from_reader::<Violations, _>(&*cbor).unwrap(), violations);
}

#[test]
fn violations_are_shown_on_one_line() {
    let violations = Violations(vec![
        violation("/a\u{202e}", Some("r\n"), "first\nsecond\u{1b}[31m"),
        violation("", None, "not an object"),
    ]);
    assert_eq!(violations.to_string(), "/a\\u{202e}: first second\\u{1b}[31m (r ); not an object");
}

mod from_validator {
    use super::*;
    use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

    #[derive(validator::Validate)]
    struct Order {
        #[validate(nested)]
        items: Vec<Item>,
        #[validate(nested)]
        ship: Address,
        #[validate(length(min = 1, max = 40, message = "takes 1 to 40 characters"), email)]
        r#type: String,
        #[validate(must_match(other = "r#type"))]
        password: String,
    }

    #[derive(validator::Validate)]
    struct Item {
        #[validate(range(min = 64, exclusive_max = 2048))]
        width: u32,
    }

    #[derive(validator::Validate)]
    #[validate(schema(function = "has_a_place"))]
    struct Address {
        city: String,
        zip: String,
    }

    fn has_a_place(address: &Address) -> Result<(), ValidationError> {
        let is_empty = address.city.is_empty() && address.zip.is_empty();
        if is_empty { Err(ValidationError::new("place")) } else { Ok(()) }
    }

    fn order() -> Order {
        Order {
            items: (0..12).map(|i| Item { width: if [2, 10].contains(&i) { 7 } else { 100 } }).collect(),
            ship: Address { city: String::new(), zip: String::new() },
            r#type: String::new(),
            password: "hunter2".to_owned(),
        }
    }

    #[test]
    fn nested_fields_and_lists_have_pointers_in_order() {
        let violations = Violations::from(order().validate().unwrap_err());
        let range = "does not satisfy `range` (min 64, exclusive_max 2048)";
        assert_eq!(
            violations.0,
            [
                violation("/items/2/width", Some("range"), range),
                violation("/items/10/width", Some("range"), range),
                violation("/password", Some("must_match"), "does not satisfy `must_match`"),
                violation("/ship", Some("place"), "does not satisfy `place`"),
                violation("/type", Some("email"), "does not satisfy `email`"),
                violation("/type", Some("length"), "takes 1 to 40 characters"),
            ]
        );
        assert!(!violations.to_string().contains("hunter2"));
    }

    #[test]
    fn the_order_is_the_same_each_time() {
        let expected = Violations::from(order().validate().unwrap_err());
        for _ in 0..50 {
            assert_eq!(Violations::from(order().validate().unwrap_err()), expected);
        }
    }

    #[test]
    fn a_list_of_lists_has_an_index_for_each() {
        let nested = vec![vec![Item { width: 100 }], vec![Item { width: 100 }, Item { width: 7 }]];
        let violations = Violations::from(nested.validate().unwrap_err());
        let pointers: Vec<_> = violations.0.iter().map(|violation| &*violation.pointer).collect();
        assert_eq!(pointers, ["/1/1/width"]);
    }

    #[test]
    fn a_name_is_escaped() {
        let mut errors = ValidationErrors::new();
        let kind = ValidationErrorsKind::Field(vec![ValidationError::new("x")]);
        errors.errors_mut().insert("a/b~c".into(), kind);
        assert_eq!(Violations::from(errors).0, [violation("/a~1b~0c", Some("x"), "does not satisfy `x`")]);
        assert_eq!(Violations::from(ValidationErrors::new()), Violations::default());
    }
}

mod from_garde {
    use super::*;
    use garde::{Path, Report};

    #[derive(garde::Validate)]
    struct Order {
        #[garde(dive)]
        items: Vec<Item>,
        #[garde(dive)]
        gift: Option<Item>,
        #[garde(dive)]
        by_name: BTreeMap<String, Item>,
        #[garde(inner(inner(length(min = 2))))]
        tags: Vec<Option<String>>,
        #[garde(length(min = 1), ascii)]
        r#type: String,
        #[garde(length(min = 1))]
        first_name: String,
    }

    #[derive(garde::Validate)]
    struct Item {
        #[garde(range(min = 64))]
        width: u32,
    }

    #[test]
    fn nested_fields_and_lists_have_pointers_in_order() {
        let order = Order {
            items: (0..12).map(|i| Item { width: if [2, 10].contains(&i) { 7 } else { 100 } }).collect(),
            gift: Some(Item { width: 1 }),
            by_name: BTreeMap::from([("a.b/~[0]".to_owned(), Item { width: 3 })]),
            tags: vec![None, Some("ok".to_owned()), Some("x".to_owned())],
            r#type: String::new(),
            first_name: String::new(),
        };
        let report = order.validate().unwrap_err();
        assert_eq!(
            Violations::from(report).0,
            [
                violation("/by_name/a.b~1~0[0]/width", None, "lower than 64"),
                violation("/first_name", None, "length is lower than 1"),
                violation("/gift/width", None, "lower than 64"),
                violation("/items/2/width", None, "lower than 64"),
                violation("/items/10/width", None, "lower than 64"),
                violation("/tags/2", None, "length is lower than 2"),
                violation("/type", None, "length is lower than 1"),
            ]
        );
    }

    #[test]
    fn a_report_is_sorted() {
        let mut report = Report::new();
        for (path, message) in
            [(Path::new("b"), "z"), (Path::new("b"), "y"), (Path::empty(), "whole"), (Path::new(""), "e")]
        {
            report.append(path, garde::Error::new(message));
        }
        assert_eq!(
            serde_json::to_value(Violations::from(report)).unwrap(),
            json!([
                {"pointer": "", "message": "whole"},
                {"pointer": "/", "message": "e"},
                {"pointer": "/b", "message": "y"},
                {"pointer": "/b", "message": "z"},
            ])
        );
    }
}

#[test]
fn the_location_is_the_member_in() {
    use studio_errors::Location;

    let locations = [Location::Body, Location::Query, Location::Path, Location::Header];
    let violations = Violations(locations.map(|at| Violation::new("/a", "m").with_location(at).with_rule("r")).into());
    let json = serde_json::to_string(&violations).unwrap();
    assert!(
        json.starts_with(r#"[{"pointer":"/a","in":"body","rule":"r","message":"m"},{"pointer":"/a","in":"query","#),
        "{json}"
    );
    assert_eq!(serde_json::from_str::<Violations>(&json).unwrap(), violations);
    let postcard = postcard::to_allocvec(&violations).unwrap();
    assert_eq!(postcard::from_bytes::<Violations>(&postcard).unwrap(), violations);
    // A location of a newer version, and an absent one.
    for unknown in
        [r#"[{"pointer":"/a","in":"cookie","message":"m"}]"#, r#"[{"pointer":"/a","in":null,"message":"m"}]"#]
    {
        assert_eq!(serde_json::from_str::<Violations>(unknown).unwrap().0, [Violation::new("/a", "m")]);
    }
}
