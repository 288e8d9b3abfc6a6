//! The errors of axum's example `jwt` (`examples/jwt/src/main.rs`): names, statuses, texts and the body are from the example, whose
//! body `{"error":".."}` is that of many services in Rust. It has no codes, so they are made up, and a header has them.

use studio_errors::{Catalog, Category, Challenge, ErrorResponse, StudioErrorCode};

struct Jwt;

impl Catalog for Jwt {
    const PREFIX: &'static str = "JWT";
    const CATEGORIES: &'static [Category] = &[Category::new("auth", "Authentication", 1..=99)];
    // The example sends a 401 without a challenge.
    const CHALLENGE: Challenge = Challenge::Omitted;
    const CODE_HEADER: Option<&'static str> = Some("x-error-code");
    const ENVELOPE: &'static str = r#"{"error":"{message}"}"#;
}

#[derive(Clone, Copy, Debug, thiserror::Error, StudioErrorCode)]
#[studio(catalog = Jwt, category = "auth")]
#[error("{self:?}")]
enum AuthError {
    #[studio(code = 1, http = 401, description = "Wrong credentials")]
    WrongCredentials,
    #[studio(code = 2, http = 400, description = "Missing credentials")]
    MissingCredentials,
    #[studio(code = 3, http = 500, description = "Token creation error")]
    TokenCreation,
    #[studio(code = 4, http = 400, description = "Invalid token")]
    InvalidToken,
}

#[test]
fn the_body_is_what_clients_of_the_example_see() {
    let errors =
        [AuthError::WrongCredentials, AuthError::MissingCredentials, AuthError::TokenCreation, AuthError::InvalidToken];
    let responses = errors.map(ErrorResponse::from);
    assert_eq!(
        responses.each_ref().map(|response| (response.http(), response.body().into_owned())),
        [
            (401, r#"{"error":"Wrong credentials"}"#),
            (400, r#"{"error":"Missing credentials"}"#),
            (500, r#"{"error":"Token creation error"}"#),
            (400, r#"{"error":"Invalid token"}"#),
        ]
        .map(|(http, body)| (http, body.to_owned()))
    );
    let headers: Vec<_> = responses[0].headers().collect();
    assert_eq!(headers, [("content-type", "application/json".into()), ("x-error-code", "JWT_1".into())]);
}
