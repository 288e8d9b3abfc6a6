//! Negotiates the content type for an arbitrary `Accept` header.
#![no_main]

use libfuzzer_sys::fuzz_target;
use studio_errors::ErrorResponse;
use studio_errors::catalog::QuotaError;

fuzz_target!(|accept: &str| {
    let response = ErrorResponse::from(QuotaError::QuotaExceeded).negotiate(accept);
    assert!(["application/json", "application/problem+json"].contains(&response.content_type()));
    assert_eq!(response.vary(), Some("accept"));
});
