//! The JSON reference: its content, its order, and reading it.
#![allow(dead_code)]

use serde_json::{Value, json};
use studio_errors::catalog::{QuotaError, StudioError, VideoError};
use studio_errors::reference::{BodyPart, Reference, SCHEMA};
use studio_errors::{Catalog, Category, CodeSet, StudioErrorCode};
use studio_errors_cli::client::to_typescript;

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME_CORP";
    const CATEGORIES: &'static [Category] =
        &[Category::new("billing", "Billing", 1..=99), Category::new("shipping", "Shipping", 100..=65535)];
}

#[derive(StudioErrorCode)]
#[studio(catalog = Acme, reserved(3, 5..=9, 4, 100))]
enum AcmeError {
    /// Parcel “lost”\
    /// in C:\transit
    #[studio(code = 65535, http = 500, category = "shipping")]
    Lost,
    #[studio(code = 1, http = 402, category = "billing", description = "pay", resolution = "so \"pay\"")]
    Pay,
}

#[derive(StudioErrorCode)]
#[studio(category = "quota", reserved(1604))]
enum Nesting {
    #[studio(transparent)]
    Acme(AcmeError),
    #[studio(transparent)]
    Video(VideoError),
    #[studio(code = 1650, http = 429, description = "slower")]
    Slower,
    #[studio(transparent)]
    Twice(Box<AcmeError>),
}

#[derive(StudioErrorCode)]
#[studio(reserved(1700))]
enum ReservesOnly {
    #[studio(transparent)]
    Video(VideoError),
}

#[test]
fn members_and_order_are_the_published_format() {
    let written: Value = serde_json::from_str(&Reference::of::<AcmeError>().to_json()).unwrap();
    let expected = json!({
        "$schema": SCHEMA,
        "catalogs": [{"prefix": "ACME_CORP", "separator": "_", "width": 0}],
        "codes": [
            {
                "code": "ACME_CORP_1", "catalog": "ACME_CORP", "number": 1, "http": 402, "category": "billing",
                "name": "PAY", "description": "pay", "resolution": "so \"pay\"", "retryable": false
            },
            {
                "code": "ACME_CORP_65535", "catalog": "ACME_CORP", "number": 65535, "http": 500, "category": "shipping",
                "name": "LOST", "description": "Parcel “lost”\\ in C:\\transit", "resolution": "", "retryable": true
            },
        ],
        "categories": [
            {"catalog": "ACME_CORP", "slug": "billing", "title": "Billing", "ranges": [{"first": 1, "last": 99}]},
            {"catalog": "ACME_CORP", "slug": "shipping", "title": "Shipping", "ranges": [{"first": 100, "last": 65535}]},
        ],
        "reserved": [
            {"catalog": "ACME_CORP", "first": 3, "last": 9},
            {"catalog": "ACME_CORP", "first": 100, "last": 100},
        ],
    });
    assert_eq!(written, expected);
}

#[derive(StudioErrorCode)]
#[studio(category = "quota", http = 423)]
enum Retired {
    /// Frozen
    #[studio(code = 1650)]
    #[deprecated(since = "2.1.0", note = "use <b>\"1652\"</b>")]
    Frozen,
    /// Locked
    #[studio(code = 1651, retryable = true)]
    #[deprecated]
    Locked,
    /// Closed
    #[studio(code = 1652)]
    Closed,
    /// Sealed
    #[studio(code = 1653)]
    #[deprecated = "never used"]
    Sealed,
}

#[test]
fn the_deprecated_attribute_reaches_every_format() {
    let reference = Reference::of::<Retired>();
    let written: Value = serde_json::from_str(&reference.to_json()).unwrap();
    let rows = written["codes"].as_array().unwrap();
    assert_eq!(rows[0]["deprecated"], json!({"since": "2.1.0", "note": "use <b>\"1652\"</b>"}));
    assert_eq!(rows[1]["deprecated"], json!({}));
    assert_eq!(rows[2].get("deprecated"), None);
    assert_eq!(rows[3]["deprecated"], json!({"note": "never used"}));
    assert_eq!(rows.iter().map(|row| row["retryable"].clone()).collect::<Vec<_>>(), [false, true, false, false]);
    assert_eq!(Reference::from_json(&reference.to_json()).unwrap(), reference);

    let markdown = reference.to_markdown();
    assert!(markdown.contains(r#"*(deprecated since 2.1.0: use \<b\>"1652"\</b\>)*"#), "{markdown}");
    assert!(markdown.contains("*(deprecated)*") && markdown.contains("`STUDIO_1651` | 423 | yes |"), "{markdown}");
    let html = reference.to_html();
    assert_eq!(html.matches("<span class=\"policy deprecated\">").count(), 3);
    assert!(
        html.contains("<p class=\"deprecated\">deprecated since 2.1.0: use &#60;b&#62;&#34;1652&#34;&#60;/b&#62;</p>")
    );
    let openapi: Value = serde_json::from_str(&reference.to_openapi()).unwrap();
    let code = &openapi["components"]["schemas"]["ErrorCode"]["anyOf"][0];
    assert_eq!(code["x-deprecated"], json!([true, true, false, true]));
    assert_eq!(code["x-retryable"], json!([false, true, false, false]));
    let typescript = to_typescript(&reference);
    assert!(typescript.contains("@deprecated since 2.1.0: use <b>\"1652\"</b>"), "{typescript}");
    assert_eq!(typescript.matches("@deprecated").count(), 3, "{typescript}");
    assert_eq!(typescript.matches("retryable: true").count(), 1, "{typescript}");
}

#[test]
fn codes_categories_and_reserved_numbers_of_nested_types_are_listed_once() {
    let reference = Reference::of::<Nesting>();
    let codes: Vec<_> = reference.codes.iter().map(|row| &*row.code).collect();
    let of_video = VideoError::CODES.iter().map(|info| info.code().as_str());
    let expected: Vec<_> =
        ["ACME_CORP_1", "ACME_CORP_65535"].into_iter().chain(of_video).chain(["STUDIO_1650"]).collect();
    assert_eq!(codes, expected);
    let slugs: Vec<_> = reference.categories.iter().map(|row| &*row.slug).collect();
    assert_eq!(slugs, ["billing", "shipping", "video", "quota"]);
    let reserved: Vec<_> = reference.reserved.iter().map(|row| (&*row.catalog, row.first, row.last)).collect();
    assert_eq!(reserved, [("ACME_CORP", 3, 9), ("ACME_CORP", 100, 100), ("STUDIO", 1604, 1604)]);
    assert_eq!(reference.get("STUDIO_1650").unwrap().catalog, "STUDIO");
    assert_eq!(reference.get("ACME_CORP_1").unwrap().catalog, "ACME_CORP");
    assert!(reference.get("STUDIO_1").is_none());
}

#[test]
fn a_type_without_its_own_codes_may_reserve_numbers() {
    let reference = Reference::of::<ReservesOnly>();
    assert_eq!(reference.codes.len(), VideoError::CODES.iter().count());
    assert_eq!(reference.reserved.len(), 1);
}

#[test]
fn a_written_reference_reads_back() {
    for reference in [Reference::of::<StudioError>(), Reference::of::<Nesting>(), Reference::of::<ReservesOnly>()] {
        assert_eq!(Reference::from_json(&reference.to_json()).unwrap(), reference);
    }
}

#[test]
fn invalid_text_is_an_error_with_its_line_and_column() {
    let sound = Reference::of::<AcmeError>().to_json();
    let cases = [
        ("", "EOF while parsing a value at line 1 column 0"),
        ("[]", "invalid length 0, expected struct AnyFile with 1 element at line 1 column 2"),
        ("{}", "missing field `$schema` at line 1 column 2"),
        ("<<<<<<< HEAD\n{}", "expected value at line 1 column 1"),
        (
            &sound.replace("\"number\": 1,", "\"number\": 9300000000000000000,"),
            "invalid value: integer `9300000000000000000`, expected i64",
        ),
        (&sound.replace("\"name\": \"PAY\",", ""), "missing field `name` at line 21"),
        (&sound.replace("error-codes-2", "error-codes-9"), "error-codes-9.json`, expected `https://"),
    ];
    for (text, expected) in cases {
        let message = Reference::from_json(text).unwrap_err().to_string();
        assert!(message.contains(expected), "{message}");
    }
    let newer = sound.replace("\"codes\":", "\"generator\": \"studio-errors 9\", \"codes\":");
    assert_eq!(Reference::from_json(&newer).unwrap(), Reference::of::<AcmeError>());
}

#[test]
fn malformed_has_the_error_of_the_json_parser_as_its_source() {
    use std::error::Error;

    let error = Reference::from_json("{").unwrap_err();
    assert!(error.source().unwrap().is::<serde_json::Error>());
    assert_eq!(error.source().unwrap().to_string(), error.to_string());
}

/// A change to a valid file, and the message about it.
type Edit = (fn(&mut Value), &'static str);

#[test]
fn an_invalid_row_is_an_error_that_names_the_row() {
    let edits: &[Edit] = &[
        (
            |file| file["codes"][1]["number"] = 2.into(),
            "codes[1]: the code is `ACME_CORP_65535`, but number 2 is `ACME_CORP_2`",
        ),
        (
            |file| file["codes"][0]["code"] = "ACME_CORP_01".into(),
            "codes[0]: the code is `ACME_CORP_01`, but number 1 is `ACME_CORP_1`",
        ),
        (
            |file| file["codes"][0]["code"] = "ACME_1".into(),
            "codes[0]: the code is `ACME_1`, but number 1 is `ACME_CORP_1`",
        ),
        (|file| file["codes"][1] = file["codes"][0].clone(), "codes[1]: `ACME_CORP_1` is also the number of codes[0]"),
        (
            |file| file["codes"][1]["http"] = 200.into(),
            "codes[1]: the http of `ACME_CORP_65535` is 200, which is not from 400 to 599",
        ),
        (
            |file| file["categories"][1]["ranges"][0]["first"] = 65536.into(),
            "categories[1]: the range 65536 to 65535 is reversed",
        ),
        (
            |file| file["categories"][1]["slug"] = "billing".into(),
            "categories[1]: `billing` is also the slug of categories[0]",
        ),
        (|file| file["reserved"][0]["last"] = 2.into(), "reserved[0]: the range 3 to 2 is reversed"),
        (|file| file["catalogs"][0]["width"] = 20.into(), "catalogs[0]: the width 20 is above 19"),
    ];
    let sound = Reference::of::<AcmeError>().to_json();
    for (edit, expected) in edits {
        let mut file: Value = serde_json::from_str(&sound).unwrap();
        edit(&mut file);
        assert_eq!(Reference::from_json(&file.to_string()).unwrap_err().to_string(), *expected);
    }
}

struct HttpErrors;

impl Catalog for HttpErrors {
    const PREFIX: &'static str = "HE";
    const WIDTH: usize = 2;
    const CATEGORIES: &'static [Category] = &[Category::with_ranges("all", "All", &[1..=9, 100..=70_000])];
}

#[derive(StudioErrorCode)]
#[studio(catalog = HttpErrors, category = "all", reserved(5, 70_000))]
enum Padded {
    /// Four
    #[studio(code = 4, http = 404)]
    Four,
    /// Many
    #[studio(code = 66_000, http = 500)]
    Many,
}

#[test]
fn padded_and_large_numbers_and_several_ranges_read_back() {
    let reference = Reference::of::<Padded>();
    assert_eq!(Reference::from_json(&reference.to_json()).unwrap(), reference);
    let codes: Vec<_> = reference.codes.iter().map(|row| (&*row.code, row.number)).collect();
    assert_eq!(codes, [("HE_04", 4), ("HE_66000", 66_000)]);
    assert!(reference.to_markdown().contains("## All (1 to 9, 100 to 70000)"));
    assert!(reference.to_html().contains("1 to 9, 100 to 70000"));
}

#[test]
fn every_fact_of_a_code_reads_back() {
    let json = Reference::of::<QuotaError>().to_json().replacen(
        r#""retryable": false"#,
        r#""retryable": false, "details": [{"name": "have", "type": "integer", "optional": true}]"#,
        1,
    );
    let reference = Reference::from_json(&json).unwrap();
    let detail = &reference.get("STUDIO_1601").unwrap().details[0];
    assert_eq!((&*detail.name, &*detail.kind, detail.optional), ("have", "integer", true));
    assert_eq!(Reference::from_json(&reference.to_json()).unwrap(), reference);
    assert_eq!(reference.to_json().matches("\"details\"").count(), 1);
}

#[test]
fn a_part_of_a_body_is_a_value_or_a_constant() {
    fn flat(part: &BodyPart, path: &str) -> Vec<String> {
        match part {
            BodyPart::Object(members) => {
                members.iter().flat_map(|member| flat(&member.part, &format!("{path}/{}", member.name))).collect()
            }
            BodyPart::Array(parts) => parts.iter().flat_map(|part| flat(part, &format!("{path}[]"))).collect(),
            BodyPart::Value(value, json_type) => vec![format!("{path} {value:?} {json_type}")],
            other => vec![format!("{path} {other:?}")],
        }
    }

    let mut reference = Reference::of::<QuotaError>();
    reference.catalogs[0].envelope =
        Some(r#"{"errors":[{"a\"b":1,"no":{number},"A":"{message}"}],"name":"{name}"}"#.into());
    assert_eq!(
        flat(&reference.body(&reference.codes[0]), ""),
        [
            "/errors[]/a\"b Constant(\"1\")",
            "/errors[]/no Key integer",
            "/errors[]/A Message string",
            "/name Other string"
        ]
    );
}

#[test]
fn an_envelope_is_any_json_with_placeholders() {
    let mut reference = Reference::of::<QuotaError>();
    let mut reads_back = |envelope: String| {
        reference.catalogs[0].envelope = Some(envelope.into());
        assert_eq!(Reference::from_json(&reference.to_json()).unwrap(), reference);
    };
    for envelope in [
        r#"[{"errorCode":"{name}","message":"{message}"}]"#,
        " {\n\t\"code\" : \"{number}\" ,\r\n\"message\":\"{message}\" }\n",
        r#"["{code}","{message}",{http},"{request_id}"]"#,
        r#"{"error":{"code":"{code}","message":"{message}","details":{details}},"status":{http},"statusText":"{http}"}"#,
    ] {
        reads_back(envelope.into());
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
        reads_back(format!(r#"{{"code":"{{code}}","message":"{{message}}",{member}}}"#));
    }
}

#[test]
fn the_code_is_the_key_before_the_number_and_the_name() {
    for (envelope, key) in [
        (r#"{"a":"{name}","b":{number},"c":"{code}","d":"{message}"}"#, "STUDIO_1600"),
        (r#"{"a":"{name}","b":{number},"c":"{message}"}"#, "1600"),
        (r#"{"a":"{name:kebab-case}","b":"{name}","c":"{message}"}"#, "rate-limit-exceeded"),
        // A client reads only whole values.
        (r#"{"a":"{name}: {message}","b":{http},"c":"{category}"}"#, "STUDIO_1600"),
    ] {
        let mut reference = Reference::of::<QuotaError>();
        reference.catalogs[0].envelope = Some(envelope.into());
        assert_eq!(reference.key(&reference.codes[0]), key, "{envelope}");
    }
}

#[test]
fn catalogs_that_differ_only_in_the_separator_read_back() {
    struct Dashes;

    impl Catalog for Dashes {
        const PREFIX: &'static str = Acme::PREFIX;
        const SEPARATOR: &'static str = "-";
        const CATEGORIES: &'static [Category] = Acme::CATEGORIES;
        const ENVELOPE: &'static str = r#"{"dashed":"{code}","message":"{message}"}"#;
    }

    #[derive(StudioErrorCode)]
    #[studio(catalog = Dashes, category = "billing", http = 402)]
    enum DashedError {
        /// Pay with dashes
        #[studio(code = 1)]
        Pay,
        /// Pay more
        #[studio(code = 7)]
        PayMore,
    }

    // A set of both does not compile.
    let reference = Reference::of::<AcmeError>().with_set::<DashedError>("Dashed");
    let codes: Vec<_> = reference.codes.iter().map(|row| &*row.code).collect();
    assert_eq!(codes.len(), 4, "{codes:?}");
    assert_eq!(Reference::from_json(&reference.to_json()).unwrap(), reference);
    assert_eq!(reference.catalogs.len(), 2);
    let body = |code| format!("{:?}", reference.body(reference.get(code).unwrap()));
    assert!(body("ACME_CORP-7").contains("dashed"));
    assert!(!body("ACME_CORP_65535").contains("dashed"));
}
