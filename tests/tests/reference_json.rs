//! The JSON reference: complete, in order, and the same text for the same codes.
#![allow(dead_code)]

use serde_json::{Value, json};
use studio_errors::catalog::{StudioError, VideoError};
use studio_errors::reference::{Reference, SCHEMA};
use studio_errors::{Catalog, Category, CodeSet, StudioErrorCode};

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
        "codes": [
            {
                "code": "ACME_CORP_1", "number": 1, "http": 402, "category": "billing", "name": "PAY",
                "description": "pay", "resolution": "so \"pay\""
            },
            {
                "code": "ACME_CORP_65535", "number": 65535, "http": 500, "category": "shipping", "name": "LOST",
                "description": "Parcel “lost”\\ in C:\\transit", "resolution": ""
            },
        ],
        "categories": [
            {"catalog": "ACME_CORP", "slug": "billing", "title": "Billing", "first": 1, "last": 99},
            {"catalog": "ACME_CORP", "slug": "shipping", "title": "Shipping", "first": 100, "last": 65535},
        ],
        "reserved": [
            {"catalog": "ACME_CORP", "first": 3, "last": 9},
            {"catalog": "ACME_CORP", "first": 100, "last": 100},
        ],
    });
    assert_eq!(written, expected);
}

#[test]
fn nested_types_bring_their_codes_their_categories_and_their_reserved_numbers_once() {
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
    assert_eq!(reference.get("STUDIO_1650").unwrap().catalog(), "STUDIO");
    assert_eq!(reference.get("ACME_CORP_1").unwrap().catalog(), "ACME_CORP");
    assert!(reference.get("STUDIO_1").is_none());
}

#[test]
fn a_type_without_codes_of_its_own_may_reserve() {
    let reference = Reference::of::<ReservesOnly>();
    assert_eq!(reference.codes.len(), VideoError::CODES.iter().count());
    assert_eq!(reference.reserved.len(), 1);
}

#[test]
fn what_is_written_is_read() {
    for reference in [Reference::of::<StudioError>(), Reference::of::<Nesting>(), Reference::of::<ReservesOnly>()] {
        assert_eq!(Reference::from_json(&reference.to_json()).unwrap(), reference);
    }
}

#[test]
fn what_is_not_a_reference_is_refused_with_its_place() {
    let sound = Reference::of::<AcmeError>().to_json();
    let cases = [
        ("", "EOF while parsing a value at line 1 column 0"),
        ("[]", "invalid length 0, expected struct Reference with 4 elements at line 1 column 2"),
        ("{}", "missing field `$schema` at line 1 column 2"),
        ("<<<<<<< HEAD\n{}", "expected value at line 1 column 1"),
        (
            &sound.replace("\"number\": 1,", "\"number\": 5000000000,"),
            "invalid value: integer `5000000000`, expected u32",
        ),
        (&sound.replace("\"name\": \"PAY\",", ""), "missing field `name` at line 12"),
        (&sound.replace("error-codes-1", "error-codes-9"), "error-codes-9.json\", expected https://"),
    ];
    for (text, expected) in cases {
        let message = Reference::from_json(text).unwrap_err().to_string();
        assert!(message.contains(expected), "{message}");
    }
    let newer = sound.replace("\"codes\":", "\"generator\": \"studio-errors 9\", \"codes\":");
    assert_eq!(Reference::from_json(&newer).unwrap(), Reference::of::<AcmeError>());
}
