//! A part of the errors of Hyperswitch (`crates/hyperswitch_domain_models/src/errors/api_error_response.rs`): numbers, types and
//! statuses are from Hyperswitch, also the body, which is `error` with `type`, `message` and `code`.
//!
//! Each of its prefixes is a catalog of its own, because one number has different meanings under two of them: `IR_01` and `HE_01`.
//! The types are categories. `HE` is not numbered by type, so a category has several ranges.

use studio_errors::{Catalog, Category, ErrorBody, FromCode, StudioErrorCode};

const ENVELOPE: &str = r#"{"error":{"type":"{category}","message":"{message}","code":"{code}"}}"#;

struct InvalidRequests;

impl Catalog for InvalidRequests {
    const PREFIX: &'static str = "IR";
    const WIDTH: usize = 2;
    const CATEGORIES: &'static [Category] = &[Category::new("invalid_request", "Invalid requests", 0..=99)];
    const ENVELOPE: &'static str = ENVELOPE;
    const CHALLENGE: studio_errors::Challenge = studio_errors::Challenge::Scheme("ApiKey");
}

struct Internal;

impl Catalog for Internal {
    const PREFIX: &'static str = "HE";
    const WIDTH: usize = 2;
    const CATEGORIES: &'static [Category] = &[
        Category::new("server_not_available", "Server not available", 0..=0),
        Category::new("duplicate_request", "Duplicate requests", 1..=1),
        Category::with_ranges("object_not_found", "Objects not found", &[2..=2, 4..=4]),
    ];
    const ENVELOPE: &'static str = ENVELOPE;
}

#[derive(Clone, Copy, Debug, PartialEq, StudioErrorCode)]
#[studio(catalog = InvalidRequests, category = "invalid_request")]
enum InvalidRequest {
    #[studio(code = 1, http = 401, description = "API key not provided or invalid API key used")]
    Unauthorized,
    #[studio(code = 2, http = 404, description = "Unrecognized request URL")]
    InvalidRequestUrl,
    #[studio(code = 3, http = 405, description = "The HTTP method is not applicable for this API")]
    InvalidHttpMethod,
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(catalog = InvalidRequests, category = "invalid_request")]
enum InvalidField {
    #[error("Missing required param: {0}")]
    #[studio(code = 4, http = 400, description = "Missing required param", display)]
    Missing(&'static str),
}

#[derive(Clone, Copy, Debug, PartialEq, StudioErrorCode)]
#[studio(catalog = Internal)]
enum InternalError {
    #[studio(code = 0, http = 500, category = "server_not_available", description = "Something went wrong")]
    InternalServerError,
    #[studio(code = 1, http = 400, category = "duplicate_request", description = "The payment exists already")]
    DuplicatePayment,
    #[studio(code = 2, http = 404, category = "object_not_found", description = "The payment does not exist")]
    PaymentNotFound,
}

#[test]
fn the_body_is_what_clients_of_hyperswitch_see() {
    assert_eq!(
        InvalidField::Missing("amount").to_json(),
        r#"{"error":{"type":"invalid_request","message":"Missing required param: amount","code":"IR_04"}}"#
    );
    assert_eq!(
        InternalError::InternalServerError.to_json(),
        r#"{"error":{"type":"server_not_available","message":"Something went wrong","code":"HE_00"}}"#
    );
    let json = InternalError::PaymentNotFound.to_json();
    let body = ErrorBody::read::<Internal>(&*json, 404).unwrap();
    assert_eq!((body.known(), body.http), (Some(InternalError::PaymentNotFound), 404));
    assert_eq!(InvalidRequest::from_code("IR_01"), Some(InvalidRequest::Unauthorized));
    assert_eq!(body.known::<InvalidRequest>(), None);
}
