//! Reads the error bodies of HTTP responses. The clients in other languages read the same recorded responses.

use std::collections::BTreeMap;
use std::error::Error;
use std::time::Duration;

use axum::http::Response;
use serde::Deserialize;
use serde_json::Value;
use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::{Catalog, Category, ErrorBody, RawDetails, Studio, StudioErrorCode};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Recorded {
    name: String,
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
    error: Option<Expected>,
    /// The beginning of the shown body.
    unreadable: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    code: String,
    message: String,
    http: u16,
    details: Option<Value>,
    request_id: Option<String>,
    retry_after: Option<u64>,
}

fn response(status: u16, headers: &[(&str, &str)], body: impl Into<Vec<u8>>) -> Response<Vec<u8>> {
    let response = Response::builder().status(status);
    headers.iter().fold(response, |response, (name, value)| response.header(*name, *value)).body(body.into()).unwrap()
}

#[test]
fn recorded_responses_are_read_as_expected() {
    let recorded: Vec<Recorded> = serde_json::from_str(include_str!("responses.json")).unwrap();
    for Recorded { name, status, headers, body, error, unreadable } in recorded {
        let headers: Vec<_> = headers.iter().map(|(name, value)| (&**name, &**value)).collect();
        let response = response(status, &headers, body);
        match (ErrorBody::from_response::<Studio>(&response), error, unreadable) {
            (Ok(body), Some(expected), None) => {
                let details = body.details.as_ref().map(|details| details.read::<Value>().unwrap());
                assert_eq!((&*body.code, &*body.message), (&*expected.code, &*expected.message), "{name}");
                assert_eq!((body.http, details), (expected.http, expected.details), "{name}");
                assert_eq!(body.request_id.as_deref(), expected.request_id.as_deref(), "{name}");
                assert_eq!(body.retry_after(), expected.retry_after.map(Duration::from_secs), "{name}");
            }
            (Err(error), None, Some(beginning)) => {
                assert_eq!(error.status(), status, "{name}");
                assert!(error.beginning().starts_with(&beginning), "{name}: {error}");
                assert!(error.to_string().contains(&status.to_string()), "{name}: {error}");
                assert!(error.source().is_some(), "{name}");
            }
            (result, ..) => panic!("{name}: {result:?}"),
        }
    }
}

#[test]
fn a_body_that_is_not_read_is_shown_in_part() {
    let page = response(503, &[("retry-after", "7")], "\u{9b}é".repeat(1_000));
    let error = ErrorBody::from_response::<Studio>(&page).unwrap_err();
    assert_eq!(error.beginning(), "\\u{9b}é".repeat(100));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    let binary = response(500, &[], vec![0xff; 9]);
    let error = ErrorBody::from_response::<Studio>(&binary).unwrap_err();
    assert_eq!(error.to_string(), format!("the response with status 500 has no error body: {}", "\u{fffd}".repeat(9)));
    let empty = response(502, &[], "");
    let error = ErrorBody::from_response::<Studio>(&empty).unwrap_err();
    assert_eq!(error.to_string(), "the response with status 502 is empty");
}

#[test]
fn details_are_kept_as_they_were_received() {
    let json = r#"{ "z":1.0, "a" : 12345678901234567890123, "z" : [ ] }"#;
    let body = format!(r#"{{"error":{{"code":"STUDIO_1601","message":"m","http":402,"details":{json}}}}}"#);
    let of_response = response(402, &[], body.clone());
    let of_response = ErrorBody::from_response::<Studio>(&of_response).unwrap();
    let of_json: ErrorBody<'_, RawDetails> = serde_json::from_str(&body).unwrap();
    assert_eq!(of_response, of_json);
    assert_eq!(of_json.details.as_ref().unwrap().as_json(), json);
    assert_eq!(serde_json::to_string(&of_json).unwrap(), body);
    assert_eq!(of_json.known(), Some(StudioError::Quota(QuotaError::InsufficientCredits)));
}

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("billing", "Billing", 100..=199)];
    const ENVELOPE: &'static str = r#"{"code":{number},"message":"{message}","data":{details}}"#;
}

#[derive(Debug, PartialEq, StudioErrorCode)]
#[studio(catalog = Acme, category = "billing")]
enum BillingError {
    /// The card was declined
    #[studio(code = 100, http = 402)]
    CardDeclined,
}

struct Plain;

impl Catalog for Plain {
    const PREFIX: &'static str = "PLAIN";
    const CATEGORIES: &'static [Category] = &[Category::new("billing", "Billing", 100..=199)];
    const CODE_HEADER: Option<&'static str> = Some("x-error-code");
    const ENVELOPE: &'static str = r#"{"error":"{message}"}"#;
}

#[test]
fn the_code_is_in_the_header_of_the_catalog() {
    let header = [("x-error-code", "PLAIN_100"), ("retry-after", "7")];
    let read = |headers, body: &str| {
        let response = response(402, headers, body);
        ErrorBody::from_response::<Plain>(&response)
            .map(|body| (body.code.to_string(), body.message.to_string(), body.http, body.retry_after().is_some()))
    };
    let of = |code: &str, message: &str, waits| Ok((code.to_owned(), message.to_owned(), 402, waits));
    assert_eq!(read(&header[..], r#"{"error":"declined"}"#), of("PLAIN_100", "declined", true));
    assert_eq!(read(&header[..], r#"{"title":"declined"}"#), of("PLAIN_100", "declined", true));
    assert_eq!(read(&header[..], r#"{"title":"declined","code":"PLAIN_101"}"#), of("PLAIN_101", "declined", true));
    assert_eq!(read(&header[..], ""), of("PLAIN_100", "", true));
    assert!(read(&header[..], "<html>").is_err());
    assert!(read(&[], r#"{"error":"declined"}"#).is_err());
    assert!(read(&[], "").is_err());
}

struct Named;

impl Catalog for Named {
    const PREFIX: &'static str = "NAMED";
    const CATEGORIES: &'static [Category] = &[Category::new("billing", "Billing", 100..=199)];
    const CODE_HEADER: Option<&'static str> = Some("x-error-code");
    const ENVELOPE: &'static str = r#"{"error":"{name}","message":"{message}"}"#;
}

#[derive(Debug, PartialEq, StudioErrorCode)]
#[studio(catalog = Named, category = "billing")]
enum InvoiceError {
    /// The invoice does not exist
    #[studio(code = 100, http = 404)]
    NotFound,
}

#[derive(Debug, PartialEq, StudioErrorCode)]
#[studio(catalog = Named, category = "billing")]
enum CardError {
    /// The card does not exist
    #[studio(code = 101, http = 404)]
    NotFound,
}

#[test]
fn the_code_in_the_header_takes_precedence_over_a_name() {
    let body = r#"{"error":"NOT_FOUND","message":"no such card"}"#;
    let with_code = response(404, &[("x-error-code", "NAMED_101")], body);
    let error = ErrorBody::from_response::<Named>(&with_code).unwrap();
    assert_eq!((error.known::<InvoiceError>(), error.known()), (None, Some(CardError::NotFound)));
    let without_code = response(404, &[], body);
    let error = ErrorBody::from_response::<Named>(&without_code).unwrap();
    assert_eq!((error.known(), error.known()), (Some(InvoiceError::NotFound), Some(CardError::NotFound)));
}

#[test]
fn the_envelope_is_that_of_the_catalog() {
    let own = response(402, &[], r#"{"data":{"left":2},"message":"declined","code":100}"#);
    let body = ErrorBody::from_response::<Acme>(&own).unwrap();
    assert_eq!((&*body.code, body.http, body.known()), ("ACME_100", 402, Some(BillingError::CardDeclined)));
    assert_eq!(body.details.unwrap().as_json(), r#"{"left":2}"#);
    let problem = response(402, &[], r#"{"code":"ACME_100","detail":"declined","status":402}"#);
    assert_eq!(ErrorBody::from_response::<Acme>(&problem).unwrap().known(), Some(BillingError::CardDeclined));
    let published = response(402, &[], r#"{"error":{"code":"ACME_100","message":"m","http":402}}"#);
    assert!(ErrorBody::from_response::<Acme>(&published).is_err());
}
