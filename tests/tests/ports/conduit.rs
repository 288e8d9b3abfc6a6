//! The errors of `realworld-axum-sqlx` (`src/http/error.rs`), a service of the `RealWorld` API: statuses, texts, headers and bodies
//! are from the service. It has no codes, so they are made up.
//!
//! A 422 has a JSON object, and every other error has plain text. A template is JSON and has one shape, so the service keeps its
//! `IntoResponse`, which gets the code and the log event from `ErrorResponse::of`. The object of a 422 alone is a template.

use std::collections::BTreeMap;
use std::io;

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use http::header::CONTENT_TYPE;
use studio_errors::{Catalog, Category, Challenge, ErrorBody, ErrorResponse, StudioErrorCode};

use crate::guide::keep_bodies::send;

struct Conduit;

impl Catalog for Conduit {
    const PREFIX: &'static str = "CONDUIT";
    const CATEGORIES: &'static [Category] = &[Category::new("api", "API", 1..=99)];
    const CHALLENGE: Challenge = Challenge::Scheme("Token");
    const CODE_HEADER: Option<&'static str> = Some("x-error-code");
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(catalog = Conduit, category = "api")]
enum Error {
    #[error("authentication required")]
    #[studio(code = 1, http = 401, description = "authentication required")]
    Unauthorized,
    #[error("user may not perform that action")]
    #[studio(code = 2, http = 403, description = "user may not perform that action")]
    Forbidden,
    #[error("request path not found")]
    #[studio(code = 3, http = 404, description = "request path not found")]
    NotFound,
    #[error("error in the request body")]
    #[studio(code = 4, http = 422, description = "error in the request body")]
    UnprocessableEntity { errors: BTreeMap<&'static str, Vec<&'static str>> },
    #[error("an error occurred with the database")]
    #[studio(code = 5, http = 500, description = "an error occurred with the database")]
    Sqlx(#[from] io::Error),
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let coded = ErrorResponse::of(&self);
        let status = StatusCode::from_u16(coded.http()).unwrap_or_default();
        let code = coded.code_header().map(|header| [header]);
        let challenge = coded.challenge().map(|challenge| [(header::WWW_AUTHENTICATE, challenge)]);
        match self {
            Self::UnprocessableEntity { errors } => {
                (status, code, Json(BTreeMap::from([("errors", errors)]))).into_response()
            }
            other => (status, code, challenge, other.to_string()).into_response(),
        }
    }
}

/// The status, the body, and the headers that a client of the service reads.
async fn response(error: fn() -> Error) -> (u16, String, [String; 3]) {
    let response = send(Router::new().route("/", get(async move || error())), "/").await;
    let text = |headers: &HeaderMap, name| headers.get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
    let headers = ["content-type", "www-authenticate", "x-error-code"].map(|name: &str| text(response.headers(), name));
    (response.status().as_u16(), response.into_body(), headers)
}

#[tokio::test]
async fn the_body_is_what_clients_of_the_service_see() {
    let text = |http: u16, text: &str, challenge: &str, code: &str| {
        (http, text.to_owned(), ["text/plain; charset=utf-8", challenge, code].map(str::to_owned))
    };
    assert_eq!(
        response(|| Error::UnprocessableEntity { errors: [("title", vec!["taken"])].into() }).await,
        (422, r#"{"errors":{"title":["taken"]}}"#.to_owned(), ["application/json", "", "CONDUIT_4"].map(str::to_owned))
    );
    assert_eq!(response(|| Error::Unauthorized).await, text(401, "authentication required", "Token", "CONDUIT_1"));
    assert_eq!(response(|| Error::Forbidden).await, text(403, "user may not perform that action", "", "CONDUIT_2"));
    assert_eq!(response(|| Error::NotFound).await, text(404, "request path not found", "", "CONDUIT_3"));
    assert_eq!(
        response(|| io::Error::other("no route to 10.0.0.7").into()).await,
        text(500, "an error occurred with the database", "", "CONDUIT_5")
    );
}

/// The catalog of a service whose errors all have the status 422.
struct Forms;

impl Catalog for Forms {
    const PREFIX: &'static str = "FORMS";
    const CATEGORIES: &'static [Category] = &[Category::new("api", "API", 1..=99)];
    const CODE_HEADER: Option<&'static str> = Some("x-error-code");
    const ENVELOPE: &'static str = r#"{"errors":{details}}"#;
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(catalog = Forms, category = "api", code = 4, http = 422, description = "error in the request body")]
#[error("error in the request body")]
struct UnprocessableEntity(#[studio(details)] BTreeMap<&'static str, Vec<&'static str>>);

#[test]
fn a_template_of_the_details_is_the_body_of_a_422() {
    let error = UnprocessableEntity([("title", vec!["taken"])].into());
    let json = r#"{"errors":{"title":["taken"]}}"#;
    assert_eq!((error.to_json(), ErrorResponse::of(&error).body()), (json.into(), json.into()));
    assert_eq!(serde_json::to_string(&error).unwrap(), json);
    let (name, code) = ErrorResponse::of(&error).code_header().unwrap();
    let response = http::Response::builder().status(422).header(CONTENT_TYPE, "application/json").header(name, code);
    let response = response.body(json).unwrap();
    let body = ErrorBody::from_response::<Forms>(&response).unwrap();
    assert_eq!((&*body.code, &*body.message, body.http), ("FORMS_4", "", 422));
    assert_eq!(body.details.unwrap().as_json(), r#"{"title":["taken"]}"#);
}
