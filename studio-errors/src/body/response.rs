//! Reads the error body of an HTTP response, in every form that a service sends.

use alloc::string::String;
use core::fmt;
use core::time::Duration;
use std::time::SystemTime;

use http::header::{CONTENT_TYPE, DATE, RETRY_AFTER};
use http::{HeaderMap, HeaderName};

use super::envelope::{Found, UnreadableBody};
use super::error_body::ErrorBody;
use crate::code::envelope::Template;
use crate::code::{Catalog, Known};
use crate::text::escape::Terminal;
use crate::wire::retry_after::{date, retry_after};
use crate::wire::{RawDetails, problem};

const PROBLEM: &Template<'_> = &Template::parse(problem::TEMPLATE).0;

/// The number of characters that [`UnreadableResponse::beginning`] has at most.
const BEGINNING: usize = 200;

impl<'a> ErrorBody<'a, RawDetails> {
    /// Reads the error body of a response, in every form in which a service with the catalog `C` sends it: the envelope of the
    /// catalog, and problem details (RFC 9457). If the body has no code, or if it is empty, the code is that of the header
    /// [`Catalog::CODE_HEADER`]. The details are kept as JSON, for a type that is chosen by the code.
    ///
    /// The response is one of `http` types, with the whole body. A response of reqwest is converted in three lines:
    ///
    /// ```
    /// use studio_errors::catalog::StudioError;
    /// use studio_errors::{ErrorBody, Studio};
    ///
    /// # let response = http::Response::builder().status(429).header("retry-after", "30").body(&br#"{
    /// #     "error":{"code":"STUDIO_1600","message":"Rate limit exceeded for this tenant or user","http":429}}"#[..]).unwrap();
    /// // let (status, headers) = (response.status(), response.headers().clone());
    /// // let mut response = http::Response::new(response.bytes().await?);
    /// // (*response.status_mut(), *response.headers_mut()) = (status, headers);
    /// let error = ErrorBody::from_response::<Studio>(&response)?;
    /// assert_eq!(error.code, "STUDIO_1600");
    /// assert_eq!(error.retry_after(), Some(std::time::Duration::from_secs(30)));
    /// # Ok::<(), studio_errors::UnreadableResponse>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the body is in none of these forms, such as the HTML page of a proxy, an empty body, or truncated JSON.
    pub fn from_response<C: Catalog>(
        response: &'a http::Response<impl AsRef<[u8]>>,
    ) -> Result<Self, UnreadableResponse> {
        let catalog = C::FACTS;
        let (http, headers, json) = (response.status().as_u16(), response.headers(), response.body().as_ref());
        let retry_after = wait(headers);
        let code = catalog.code_header.and_then(|name| headers.get(name)?.to_str().ok());
        let mut templates = [catalog.template(), PROBLEM];
        if is_problem(headers) {
            templates.reverse();
        }
        let read = |template| Found::read(template, json)?.complete(catalog, code, http);
        let body = match (code, json) {
            // The response of a HEAD request.
            (Some(code), []) => ErrorBody::new(code, "", http).replace_details(None),
            _ => read(templates[0]).or_else(|reason| {
                let unreadable = UnreadableResponse { status: http, beginning: beginning(json), retry_after, reason };
                read(templates[1]).map_err(|_| unreadable)
            })?,
        };
        Ok(ErrorBody { retry_after, ..body })
    }
}

/// The error of [`ErrorBody::from_response`](crate::ErrorBody::from_response): the response has no error body of the catalog. A proxy
/// sent it, for example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableResponse {
    status: u16,
    beginning: String,
    retry_after: Option<Duration>,
    reason: UnreadableBody,
}

impl UnreadableResponse {
    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The first 200 characters of the body. Control characters are escaped.
    #[must_use]
    pub fn beginning(&self) -> &str {
        &self.beginning
    }

    /// The time in the `Retry-After` header, like [`ErrorBody::retry_after`](crate::ErrorBody::retry_after).
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }
}

impl fmt::Display for UnreadableResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { status, beginning, .. } = self;
        match &**beginning {
            "" => write!(f, "the response with status {status} is empty"),
            _ => write!(f, "the response with status {status} has no error body: {beginning}"),
        }
    }
}

impl core::error::Error for UnreadableResponse {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        Some(&self.reason)
    }
}

fn wait(headers: &HeaderMap) -> Option<Duration> {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let now = text(DATE).and_then(date).unwrap_or_else(SystemTime::now);
    retry_after(text(RETRY_AFTER)?, now)
}

/// Whether the content type is `application/problem+json`, with any parameters.
fn is_problem(headers: &HeaderMap) -> bool {
    let essence = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()?.split(';').next());
    essence.is_some_and(|essence| essence.trim().eq_ignore_ascii_case("application/problem+json"))
}

fn beginning(body: &[u8]) -> String {
    // A character has at most four bytes.
    let text = String::from_utf8_lossy(&body[..body.len().min(4 * BEGINNING)]);
    let text: String = text.chars().take(BEGINNING).collect();
    alloc::format!("{}", Terminal(&text))
}
