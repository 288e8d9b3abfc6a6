//! Tests reading the details of an error body into any type.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Value, json};
use studio_errors::catalog::QuotaError;
use studio_errors::{CodeList, CodeSet, ErrorBody, ErrorInfo, OwnedErrorBody, StudioErrorCode, Violation, Violations};

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    #[error("no credits")]
    #[studio(code = 1601)]
    InsufficientCredits {
        #[studio(detail)]
        have: i32,
        #[studio(detail)]
        need: f64,
        #[studio(detail)]
        list: Vec<Option<u8>>,
        #[studio(detail)]
        violations: Violations,
        #[studio(detail)]
        zeroth: BTreeMap<String, bool>,
        #[studio(detail)]
        absent: Option<u8>,
    },
    #[error("slow down")]
    #[studio(code = 1600, display)]
    RateLimitExceeded {
        #[studio(detail)]
        limit: u64,
        #[studio(detail)]
        long: u128,
        #[studio(detail)]
        float: f64,
    },
}

/// The details of `InsufficientCredits`, as a client reads them.
#[derive(Debug, Deserialize)]
struct Details {
    have: i32,
    need: f64,
    list: Vec<Option<u8>>,
    violations: Violations,
    zeroth: BTreeMap<String, bool>,
    absent: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Credits<'a> {
    have: i32,
    need: f64,
    #[serde(borrow)]
    why: Option<&'a str>,
}

const BODY: &str = concat!(
    r#"{"error":{"code":"STUDIO_1601","message":"no credits","http":402,"#,
    r#""details":{"have":-3,"need":0.1,"why":"x"},"request_id":"7"}}"#,
);

const CREDITS: Credits<'_> = Credits { have: -3, need: 0.1, why: Some("x") };

fn error() -> WalletError {
    let violation = Violation::new("/a", "b");
    WalletError::InsufficientCredits {
        have: i32::MIN,
        need: 0.1,
        list: vec![Some(1), None],
        violations: Violations(vec![violation]),
        zeroth: BTreeMap::from([("b".into(), true), ("a".into(), false)]),
        absent: None,
    }
}

#[test]
fn details_of_any_type_are_read_and_written() {
    let body: ErrorBody<Credits> = serde_json::from_str(BODY).unwrap();
    assert_eq!(body.details, Some(CREDITS));
    assert_eq!(body.request_id.as_deref(), Some("7"));
    assert_eq!(serde_json::to_string(&body).unwrap(), BODY);
    assert_eq!(body.clone().into_owned(), body);
    assert_eq!(
        (body.to_string(), body.known()),
        ("STUDIO_1601: no credits".into(), Some(QuotaError::InsufficientCredits))
    );
    assert!(!body.retryable_in::<QuotaError>());
    let value: ErrorBody<Value> = serde_json::from_str(BODY).unwrap();
    assert_eq!(value.details, Some(json!({"have": -3, "need": 0.1, "why": "x"})));
    let owned: OwnedErrorBody<Value> = serde_json::from_reader(BODY.as_bytes()).unwrap();
    assert_eq!(owned.0, value);
}

#[test]
fn a_client_returns_a_body_with_details_as_its_error() {
    fn fails() -> Result<(), Box<dyn std::error::Error>> {
        Err(serde_json::from_str::<OwnedErrorBody<Value>>(BODY)?)?
    }
    assert_eq!(fails().unwrap_err().to_string(), "STUDIO_1601: no credits");
}

#[test]
fn details_of_any_kind_are_ignored_by_default() {
    let without = BODY.replace(r#""details":{"have":-3,"need":0.1,"why":"x"},"#, "");
    let plain: ErrorBody = serde_json::from_str(&without).unwrap();
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let hostile = ["null", "[]", "7", "1e999", r#""\ud800""#, r#"{"code":1,"code":2}"#, r#"{"details":{}}"#, &deep];
    for details in hostile {
        let json = BODY.replace(r#"{"have":-3,"need":0.1,"why":"x"}"#, details);
        let body: ErrorBody = serde_json::from_str(&json).unwrap();
        assert_eq!(body, plain);
        assert_eq!(body.details, None);
    }
    let mut binary = Vec::new();
    let with_details: ErrorBody<Credits> = serde_json::from_str(BODY).unwrap();
    ciborium::into_writer(&with_details, &mut binary).unwrap();
    assert_eq!(ciborium::from_reader::<OwnedErrorBody, _>(binary.as_slice()).unwrap().0, plain);
}

#[test]
fn absent_details_are_none() {
    for absent in ["", r#","details":null"#] {
        let json = format!(r#"{{"error":{{"code":"A","message":"m","http":404{absent}}}}}"#);
        assert_eq!(serde_json::from_str::<ErrorBody<Credits>>(&json).unwrap().details, None);
    }
}

#[test]
fn details_that_do_not_fit_and_repeated_details_are_errors() {
    let wrong = BODY.replace("-3", "\"3\"");
    let error = serde_json::from_str::<ErrorBody<Credits>>(&wrong).unwrap_err().to_string();
    assert!(error.contains("invalid type: string \"3\", expected i32"), "{error}");
    let twice = BODY.replace(r#""request_id":"7""#, r#""details":{}"#);
    for error in [
        serde_json::from_str::<ErrorBody<Credits>>(&twice).unwrap_err(),
        serde_json::from_str::<ErrorBody>(&twice).unwrap_err(),
    ] {
        assert!(error.to_string().starts_with("duplicate field `details`"), "{error}");
    }
}

#[test]
fn typed_details_read_back_in_binary_formats() {
    let body: ErrorBody<Credits> = serde_json::from_str(BODY).unwrap();
    let bytes = postcard::to_allocvec(&body).unwrap();
    assert_eq!(postcard::from_bytes::<ErrorBody<Credits>>(&bytes).unwrap(), body);
    let without = ErrorBody::new("A", "m", 404);
    let bytes = postcard::to_allocvec(&without).unwrap();
    assert_eq!(postcard::from_bytes::<ErrorBody<Credits>>(&bytes).unwrap().details, None);
    let body = body.with_details(vec![(1_u8, "x".to_owned())]);
    let mut binary = Vec::new();
    ciborium::into_writer(&body, &mut binary).unwrap();
    let back: OwnedErrorBody<Vec<(u8, String)>> = ciborium::from_reader(binary.as_slice()).unwrap();
    assert_eq!(back.0, body);
}

#[test]
fn an_error_serializes_with_its_details_in_every_format() {
    let expected = error().to_json();
    let details = r#""details":{"have":-2147483648,"need":0.1,"list":[1,null],"violations":[{"pointer":"/a","message":"b"}],"zeroth":{"a":false,"b":true}}"#;
    assert!(expected.contains(details), "{expected}");
    assert_eq!(serde_json::to_string(&error()).unwrap(), expected);
    assert_eq!(serde_json::to_value(error()).unwrap(), serde_json::from_str::<Value>(&expected).unwrap());
    // Numbers that a JSON parser rounds.
    let limited = WalletError::RateLimitExceeded { limit: u64::MAX, long: u128::MAX, float: 8.41e21 + 1e6 };
    assert_eq!(serde_json::to_string(&limited).unwrap(), limited.to_json());
    let mut binary = Vec::new();
    ciborium::into_writer(&error(), &mut binary).unwrap();
    let body: OwnedErrorBody<Details> = ciborium::from_reader(binary.as_slice()).unwrap();
    let Details { have, need, list, violations, zeroth, absent } = body.0.details.unwrap();
    let WalletError::InsufficientCredits { violations: sent, .. } = error() else { unreachable!() };
    assert_eq!((have, need, list, absent), (i32::MIN, 0.1, vec![Some(1), None], None));
    assert_eq!((violations, zeroth.len()), (sent, 2));
}

/// An error with details that are nested as deep as their text allows.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[error("deep")]
#[studio(category = "quota", http = 409)]
enum DeepError {
    /// One member is deep
    #[studio(code = 1660)]
    Member {
        #[studio(detail)]
        absent: Option<u8>,
        #[studio(detail)]
        raw: Box<RawValue>,
    },
    /// The whole value is deep
    #[studio(code = 1661)]
    Whole(#[studio(details)] Box<RawValue>),
    #[error(transparent)]
    #[studio(transparent)]
    ByHand(ByHand),
}

#[derive(Debug, thiserror::Error)]
#[error("by hand")]
struct ByHand(String);

impl StudioErrorCode for ByHand {
    fn info(&self) -> ErrorInfo {
        QuotaError::QuotaExceeded.info()
    }

    fn details_json(&self) -> Option<String> {
        Some(self.0.clone())
    }
}

impl CodeSet for ByHand {
    const CODES: CodeList = QuotaError::CODES;
}

#[test]
fn details_that_are_nested_very_deep_are_serialized() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let raw = || RawValue::from_string(deep.clone()).unwrap();
    let object = format!(r#"{{"z":{deep},"a":1.50}}"#);
    for error in [
        DeepError::Member { absent: None, raw: raw() },
        DeepError::Whole(RawValue::from_string(object.clone()).unwrap()),
        DeepError::ByHand(ByHand(object.clone())),
    ] {
        let json = serde_json::to_string(&error).unwrap();
        assert_eq!(json, error.to_json());
        assert!(json.contains(&deep));
        assert_eq!(serde_json::to_string(&error.with_message(" ")).unwrap(), json);
    }
}

#[test]
fn details_of_an_implementation_by_hand_serialize_in_every_format() {
    let error = DeepError::ByHand(ByHand(r#"{"have":3}"#.into()));
    assert_eq!(serde_json::to_string(&error).unwrap(), error.to_json());
    let mut binary = Vec::new();
    ciborium::into_writer(&error, &mut binary).unwrap();
    let body: OwnedErrorBody<Value> = ciborium::from_reader(binary.as_slice()).unwrap();
    assert_eq!(body.0.details.unwrap(), json!({"have": 3}));
    // Text that is not JSON is not a detail.
    let invalid = DeepError::ByHand(ByHand("{".into()));
    assert_eq!(serde_json::to_string(&invalid).unwrap(), QuotaError::QuotaExceeded.to_json());
}
