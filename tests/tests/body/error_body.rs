//! Reads error bodies: borrowed text, unknown members and error messages.

use std::borrow::Cow;

use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::{CodeSet, ErrorBody, FromCode, OwnedErrorBody, RawDetails, StudioErrorCode};

const BODY: &str = r#"{"error":{"code":"STUDIO_1601","message":"no credits","http":402}}"#;

fn read(json: &str) -> ErrorBody<'_> {
    serde_json::from_str(json).unwrap()
}

#[test]
fn every_published_body_reads_back() {
    for info in StudioError::CODES {
        let error = StudioError::from_code(info.code().as_str()).unwrap();
        let json = error.to_json();
        let body: ErrorBody<RawDetails> = serde_json::from_str(&json).unwrap();
        assert_eq!(body, ErrorBody::of(&error));
        assert_eq!(body.known(), Some(error));
        assert_eq!(serde_json::to_string(&body).unwrap(), json);
    }
}

#[test]
fn text_is_borrowed_from_the_input_if_possible() {
    let body = read(BODY);
    assert!(matches!(body.code, Cow::Borrowed("STUDIO_1601")));
    assert!(matches!(body.message, Cow::Borrowed("no credits")));
    let escaped = BODY.replace("no credits", r#"no \"credits\""#);
    let body = read(&escaped);
    assert!(matches!(body.code, Cow::Borrowed(_)));
    assert!(matches!(&body.message, Cow::Owned(message) if message == "no \"credits\""));
    // Text from a reader or from a value cannot be borrowed.
    let body: OwnedErrorBody = serde_json::from_reader(BODY.as_bytes()).unwrap();
    assert_eq!(body.0, read(BODY));
    let value: serde_json::Value = serde_json::from_str(BODY).unwrap();
    assert_eq!(serde_json::from_value::<OwnedErrorBody>(value).unwrap().0, read(BODY));
}

#[test]
fn a_code_compares_with_every_string_type() {
    let body = read(BODY);
    assert_eq!(body.code, QuotaError::INSUFFICIENT_CREDITS);
    assert_eq!(QuotaError::INSUFFICIENT_CREDITS, body.code);
    assert_ne!(body.code, QuotaError::QUOTA_EXCEEDED);
    let owned = body.code.into_owned();
    assert_eq!(owned, QuotaError::INSUFFICIENT_CREDITS);
    assert_eq!(QuotaError::INSUFFICIENT_CREDITS, owned);
    assert_ne!(owned, QuotaError::QUOTA_EXCEEDED);
}

#[test]
fn unknown_members_are_ignored_in_any_order() {
    let json =
        r#"{"id":[{"error":1}],"error":{"http":402,"extra":{"code":1},"message":"m","code":"c","x":null},"y":"z"}"#;
    assert_eq!(read(json), ErrorBody::new("c", "m", 402));
}

#[test]
fn invalid_bodies_have_clear_messages() {
    for (json, mistake) in [
        ("", "EOF while parsing a value"),
        ("[]", "missing field `error`"),
        ("5", "invalid type: integer `5`, expected an object with the member `error`"),
        ("{}", "missing field `error`"),
        (r#"{"error":null}"#, "expected `error` as an object with the members `code`, `message` and `http`"),
        (r#"{"error":{}}"#, "missing field `code`"),
        (r#"{"error":{"code":"c","http":1}}"#, "missing field `message`"),
        (r#"{"error":{"code":"c","message":"m"}}"#, "missing field `http`"),
        (r#"{"error":{"code":1601,"message":"m","http":1}}"#, "invalid type: integer `1601`, expected a string"),
        (r#"{"error":{"code":"c","message":null,"http":1}}"#, "invalid type: null, expected a string"),
        (r#"{"error":{"code":"c","message":"m","http":"402"}}"#, "invalid type: string \"402\", expected u16"),
        (r#"{"error":{"code":"c","message":"m","http":-1}}"#, "invalid value: integer `-1`, expected u16"),
        (r#"{"error":{"code":"c","message":"m","http":65536}}"#, "invalid value: integer `65536`, expected u16"),
        (r#"{"error":{"code":"c","message":"m","http":4.5}}"#, "invalid type: floating point `4.5`, expected u16"),
        (r#"{"error":{"code":"c","code":"c","message":"m","http":1}}"#, "duplicate field `code`"),
        (r#"{"error":{"code":"c","message":"m","http":1},"error":{}}"#, "duplicate field `error`"),
        (r#"{"error":["c","m"]}"#, "missing field `http`"),
    ] {
        let error = serde_json::from_str::<ErrorBody>(json).unwrap_err().to_string();
        assert!(error.contains(mistake), "{json}: {error}");
    }
}

#[test]
fn a_body_is_an_error_that_a_client_returns() {
    fn fails(json: &str) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        let body: OwnedErrorBody = serde_json::from_str(json)?;
        if body.http == 402 { Err(body)? } else { Err(ErrorBody::from(body))? }
    }

    assert_eq!(fails(BODY).unwrap_err().to_string(), "STUDIO_1601: no credits");
    let hostile = r#"{"error":{"code":"A\n_1","message":"one\ntwo\u001b[2J\u202e","http":500}}"#;
    assert_eq!(fails(hostile).unwrap_err().to_string(), r"A _1: one two\u{1b}[2J\u{202e}");
}

#[test]
fn an_owned_body_converts_and_serializes_like_a_body() {
    let body = read(BODY);
    let owned = OwnedErrorBody::from(body.clone());
    assert_eq!(serde_json::to_string(&owned).unwrap(), BODY);
    assert_eq!(ErrorBody::from(owned), body);
}

#[test]
fn an_unknown_code_is_kept() {
    let body = read(r#"{"error":{"code":"STUDIO_1699","message":"new","http":429}}"#);
    assert_eq!(body.known::<StudioError>(), None);
    assert!(body.retryable_in::<StudioError>());
}

#[test]
fn a_published_code_is_retryable_by_its_status_with_one_exception() {
    let is_permanent = |error: StudioError| !ErrorBody::of(&error).retryable_in::<StudioError>();
    for info in StudioError::CODES {
        let error = StudioError::from_code(info.code().as_str()).unwrap();
        let is_transient = match info.http() {
            429 => error != QuotaError::QuotaExceeded.into(),
            http => http >= 500,
        };
        assert_eq!(is_permanent(error), !is_transient, "{info:?}");
    }
    let of = |http| ErrorBody::new("X_1", "", http).retryable_in::<StudioError>();
    for http in [400, 401, 404, 409, 413, 501, 505, 511, 0, 200, 65535] {
        assert!(!of(http), "{http}");
    }
    for http in [408, 425, 429, 500, 502, 503, 504] {
        assert!(of(http), "{http}");
    }
}

#[test]
fn binary_formats_are_read_too() {
    let body = read(BODY);
    let bytes = postcard::to_allocvec(&body).unwrap();
    let back: ErrorBody = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(back, body);
    assert!(matches!(back.code, Cow::Borrowed(_)));
    let mut bytes = Vec::new();
    ciborium::into_writer(&body, &mut bytes).unwrap();
    assert_eq!(ciborium::from_reader::<OwnedErrorBody, _>(bytes.as_slice()).unwrap().0, body);
}

#[test]
fn the_request_id_is_read_and_written() {
    let json = r#"{"error":{"code":"STUDIO_1500","message":"m","http":404,"request_id":"a\"1"}}"#;
    let body: ErrorBody = serde_json::from_str(json).unwrap();
    assert_eq!(body.request_id.as_deref(), Some("a\"1"));
    assert_eq!(serde_json::to_string(&body).unwrap(), json);
    assert_eq!(body.clone().into_owned(), body);
    for absent in ["", r#","request_id":null"#] {
        let json = format!(r#"{{"error":{{"code":"STUDIO_1500","message":"m","http":404{absent}}}}}"#);
        let body: ErrorBody = serde_json::from_str(&json).unwrap();
        assert_eq!(body, ErrorBody::new("STUDIO_1500", "m", 404));
        assert_eq!(serde_json::to_string(&body).unwrap(), json.replace(absent, ""));
    }
    let wrong = r#"{"error":{"code":"STUDIO_1500","message":"m","http":404,"request_id":7}}"#;
    let mistake = serde_json::from_str::<ErrorBody>(wrong).unwrap_err().to_string();
    assert!(mistake.contains("invalid type: integer `7`, expected a string"), "{mistake}");
}
