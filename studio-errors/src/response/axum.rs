//! axum 0.8: [`ErrorResponse`] as a response, and what axum itself answers in the service's own codes.
//!
//! A handler that returns `Result<_, ErrorResponse>`, or an error with `#[studio(axum)]`, answers in the published format.
//! An extractor that rejects a request, a route that does not exist, a wrong method and a timeout do not pass through a
//! handler, and axum answers them in plain text. [`recast`] turns each of them into a code that the service chooses.
//!
//! # A service that answers every failure in one format
//!
//! ```
//! use axum::extract::Request;
//! use axum::middleware::{Next, from_fn, map_response};
//! use axum::response::Response;
//! use axum::routing::post;
//! use axum::{Json, Router};
//! use studio_errors::response::axum::{Accept, Rejection, recast};
//! use studio_errors::catalog::{GeneralError, ValidationError};
//! use studio_errors::{CodeSet, ErrorResponse, StudioErrorCode};
//!
//! #[derive(Debug, thiserror::Error, StudioErrorCode)]
//! #[studio(axum)]
//! enum ApiError {
//!     /// No such route
//!     #[error("no such route")]
//!     #[studio(code = 2010, http = 404, category = "general")]
//!     RouteNotFound,
//!
//!     /// The route does not take this method
//!     #[error("wrong method")]
//!     #[studio(code = 2011, http = 405, category = "general")]
//!     MethodNotAllowed,
//!
//!     #[error("the field `{field}` is missing")]
//!     #[studio(code = 1901, category = "validation", display)]
//!     MissingRequiredField { field: String },
//!
//!     #[error("{0}")]
//!     #[studio(code = 1900, category = "validation", display)]
//!     ValidationFailed(Rejection),
//!
//!     #[error(transparent)]
//!     #[studio(transparent)]
//!     Validation(#[from] ValidationError),
//!
//!     #[error("the framework failed")]
//!     #[studio(code = 2000, category = "general")]
//!     InternalServerError(#[source] Rejection),
//! }
//!
//! /// The service's choice: one line a failure.
//! fn choose(rejection: Rejection) -> ErrorResponse {
//!     if let Some(field) = rejection.missing_field() {
//!         return ApiError::MissingRequiredField { field: field.to_owned() }.into();
//!     }
//!     match rejection.status().as_u16() {
//!         404 => ApiError::RouteNotFound.into(),
//!         405 => ApiError::MethodNotAllowed.into(),
//!         413 => ValidationError::FileTooLarge.into(),
//!         503 => GeneralError::ServiceUnavailable.into(),
//!         500.. => ApiError::InternalServerError(rejection).into(),
//!         _ => ApiError::ValidationFailed(rejection).into(),
//!     }
//! }
//!
//! /// Problem details for those who ask for them.
//! async fn negotiate(request: Request, next: Next) -> Response {
//!     let accept = Accept::of(request.headers());
//!     accept.negotiate(next.run(request).await, "https://studio.example/errors", ApiError::CODES).await
//! }
//!
//! let app: Router = Router::new()
//!     .route("/echo", post(async |Json(text): Json<String>| text))
//!     .layer(map_response(async |response: Response| recast(response, choose).await))
//!     .layer(from_fn(negotiate));
//! ```
//!
//! A timeout (`tower_http::timeout::TimeoutLayer`) and a panic (`tower_http::catch_panic::CatchPanicLayer`) are recast as
//! well where their layers are added before `recast`'s; the example `service` does all of it.

use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use ::axum::body::{Body, HttpBody, to_bytes};
use ::axum::response::{IntoResponse, Response};
use ::http::header::{ACCEPT, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, VARY};
use ::http::{HeaderMap, HeaderValue, StatusCode};
use bytes::Bytes;

use super::{accept, http};
use crate::code::CodeList;
use crate::response::{ErrorOf, ErrorResponse};
use crate::wire::{json, problem};

/// A longer body is not an error in words.
const MOST: usize = 64 * 1024;

impl IntoResponse for ErrorResponse {
    fn into_response(self) -> Response {
        self.into()
    }
}

impl<S> IntoResponse for ErrorOf<S> {
    fn into_response(self) -> Response {
        self.into()
    }
}

/// A failure that axum, or a layer, answered on its own.
///
/// It is an error: the service's own may hold it as their source, which puts it in the log.
#[derive(Clone, Debug)]
pub struct Rejection {
    status: StatusCode,
    text: String,
}

impl Rejection {
    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The words of the answer; empty where there are none.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The field that the request lacks, where `Json`, `Form` or `Query` found one missing.
    #[must_use]
    pub fn missing_field(&self) -> Option<&str> {
        // The words of serde, which has no other way to tell.
        let (_, field) = self.text.split_once(": missing field `")?;
        field.split_once('`').map(|(field, _)| field)
    }
}

/// The words, else the status.
impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.text.is_empty() { write!(f, "{}", self.status) } else { f.write_str(&self.text) }
    }
}

impl Error for Rejection {}

/// Turns an error that axum answered on its own into the one that the service chooses: see [the module](self).
///
/// An answer is axum's own when its status is 4xx or 5xx and it is plain text, or nothing. Its other headers, such as
/// `allow`, are kept. Every other response passes through as it is.
pub async fn recast(response: Response, choose: impl FnOnce(Rejection) -> ErrorResponse) -> Response {
    if !is_bare(&response) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let text = match read(body).await {
        Ok(text) => String::from_utf8_lossy(&text).into_owned(),
        Err(_) => String::new(),
    };
    let error = choose(Rejection { status: parts.status, text });
    parts.status = http::status(&error);
    parts.headers.remove(CONTENT_LENGTH);
    http::insert(&error, &mut parts.headers);
    Response::from_parts(parts, http::body(error.into_body()))
}

/// The `Accept` header of a request: whether it asks for problem details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accept {
    problem: bool,
}

impl Accept {
    /// Reads the `accept` headers of a request.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        // Each header adds to one list; the most that one of them wants is what the client wants.
        let values: Vec<_> = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok()).collect();
        Self { problem: accept::prefers_problem(&values.join(",")) }
    }

    /// Turns an error in the published format into problem details under `base`, where the request prefers them: see
    /// [`ErrorResponse::negotiate`] and [the module](self).
    ///
    /// `codes` is where the title of a problem is found; a code that it does not have stays in the published format.
    pub async fn negotiate(self, response: Response, base: &str, codes: CodeList) -> Response {
        if !is_published(&response) {
            return response;
        }
        let (mut parts, body) = response.into_parts();
        parts.headers.append(VARY, HeaderValue::from_static("accept"));
        if !self.problem {
            return Response::from_parts(parts, body);
        }
        let body = match read(body).await {
            Ok(body) => body,
            Err(body) => return Response::from_parts(parts, body),
        };
        let problem = core::str::from_utf8(&body).ok().and_then(|published| {
            let info = codes.get(json::code_in(published)?)?;
            Some(problem::render(info, published, base))
        });
        let Some(problem) = problem else {
            return Response::from_parts(parts, body.into());
        };
        parts.headers.remove(CONTENT_LENGTH);
        parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static(ErrorResponse::PROBLEM));
        Response::from_parts(parts, problem.into())
    }
}

/// The whole body, where its length is known and small. A body that fails half way is read as empty: it was not going to
/// arrive either way.
async fn read(body: Body) -> Result<Bytes, Body> {
    match body.size_hint().exact() {
        Some(length) if length <= MOST as u64 => Ok(to_bytes(body, MOST).await.unwrap_or_default()),
        _ => Err(body),
    }
}

fn is_bare(response: &Response) -> bool {
    let headers = response.headers();
    is_error(response)
        && headers.get(CONTENT_TYPE).is_none_or(|value| value.as_bytes().starts_with(b"text/plain"))
        && !headers.contains_key(CONTENT_ENCODING)
}

fn is_published(response: &Response) -> bool {
    let headers = response.headers();
    is_error(response)
        && headers.get(CONTENT_TYPE).is_some_and(|value| value == ErrorResponse::PUBLISHED)
        && !headers.contains_key(CONTENT_ENCODING)
}

fn is_error(response: &Response) -> bool {
    response.status().is_client_error() || response.status().is_server_error()
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    fn response(status: u16, content_type: Option<&'static str>, encoding: Option<&'static str>) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::from_u16(status).expect("a status");
        for (name, value) in [(CONTENT_TYPE, content_type), (CONTENT_ENCODING, encoding)] {
            if let Some(value) = value {
                response.headers_mut().insert(name, HeaderValue::from_static(value));
            }
        }
        response
    }

    #[test]
    fn an_answer_of_axum_is_an_error_in_plain_text_or_without_words() {
        let bare = |status, content_type, encoding| is_bare(&response(status, content_type, encoding));
        let text = Some("text/plain; charset=utf-8");
        assert!(bare(404, None, None) && bare(400, text, None) && bare(599, text, None));
        assert!(!bare(200, text, None) && !bare(304, None, None));
        assert!(!bare(404, Some("text/html"), None) && !bare(404, text, Some("gzip")));
    }

    #[test]
    fn an_error_in_the_published_format_says_so() {
        let published = |status, content_type, encoding| is_published(&response(status, content_type, encoding));
        let json = Some("application/json");
        assert!(published(404, json, None) && published(500, json, None));
        assert!(!published(200, json, None) && !published(404, None, None) && !published(404, json, Some("gzip")));
        assert!(!published(404, Some("application/problem+json"), None));
        assert!(!published(200, Some("text/plain"), None) && !published(404, Some("text/plain"), Some("gzip")));
    }

    #[test]
    fn a_rejection_tells_its_words_or_its_status() {
        let rejection = |text: &str| Rejection { status: StatusCode::BAD_REQUEST, text: text.into() };
        let worded = rejection("Failed: missing field `prompt` at line 1");
        assert_eq!((worded.status().as_u16(), worded.text()), (400, "Failed: missing field `prompt` at line 1"));
        assert_eq!((worded.missing_field(), format!("{worded}")), (Some("prompt"), worded.text().into()));
        let silent = rejection("");
        assert_eq!((silent.text(), silent.missing_field(), format!("{silent}")), ("", None, "400 Bad Request".into()));
    }

    #[::tokio::test]
    async fn a_long_body_is_not_read() {
        let length_of = async |length: usize| read(Body::from(alloc::vec![b'a'; length])).await.map(|body| body.len());
        assert_eq!(length_of(64 * 1024).await.ok(), Some(64 * 1024));
        assert!(length_of(64 * 1024 + 1).await.is_err());
    }
}
