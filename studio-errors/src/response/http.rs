//! `http::Response`, for whatever is built on it.

use alloc::borrow::Cow;

use ::http::header::{CONTENT_TYPE, RETRY_AFTER, VARY};
use ::http::{HeaderMap, HeaderValue, Response, StatusCode};
use bytes::Bytes;

use crate::response::{ErrorOf, ErrorResponse};

/// ```
/// use bytes::Bytes;
/// use studio_errors::ErrorResponse;
/// use studio_errors::catalog::RenderError;
///
/// let response = http::Response::<Bytes>::from(ErrorResponse::from(RenderError::JobNotFound));
/// assert_eq!(response.status(), 404);
/// assert_eq!(response.headers()["content-type"], "application/json");
/// ```
impl<B: From<Bytes>> From<ErrorResponse> for Response<B> {
    fn from(error: ErrorResponse) -> Self {
        let status = status(&error);
        let mut headers = HeaderMap::new();
        insert(&error, &mut headers);
        let mut response = Self::new(body(error.into_body()));
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        response
    }
}

impl<B: From<Bytes>, S> From<ErrorOf<S>> for Response<B> {
    fn from(error: ErrorOf<S>) -> Self {
        ErrorResponse::from(error).into()
    }
}

pub(crate) fn body<B: From<Bytes>>(text: Cow<'static, str>) -> B {
    match text {
        Cow::Borrowed(text) => Bytes::from_static(text.as_bytes()).into(),
        Cow::Owned(text) => Bytes::from(text).into(),
    }
}

pub(crate) fn status(error: &ErrorResponse) -> StatusCode {
    // Every code has a status between 400 and 599.
    StatusCode::from_u16(error.http()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The headers of `error`, in place of those of the same name.
pub(crate) fn insert(error: &ErrorResponse, headers: &mut HeaderMap) {
    let content_type = if error.is_problem() {
        const { HeaderValue::from_static(ErrorResponse::PROBLEM) }
    } else {
        const { HeaderValue::from_static(ErrorResponse::PUBLISHED) }
    };
    headers.insert(CONTENT_TYPE, content_type);
    if let Some(seconds) = error.retry_after() {
        headers.insert(RETRY_AFTER, seconds.into());
    }
    if let Some(header) = error.vary() {
        headers.append(VARY, HeaderValue::from_static(header));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::QuotaError;

    #[test]
    fn the_headers_are_those_of_the_format() {
        let error = ErrorResponse::from(QuotaError::InsufficientCredits);
        let plain = Response::<Bytes>::from(error.clone());
        assert_eq!((plain.status().as_u16(), plain.headers().len()), (402, 1));
        assert_eq!(plain.headers()[CONTENT_TYPE], "application/json");
        let problem = Response::<Bytes>::from(error.negotiate("application/problem+json", "https://a.example"));
        assert_eq!((problem.status().as_u16(), problem.headers().len()), (402, 2));
        assert_eq!(problem.headers()[CONTENT_TYPE], "application/problem+json");
        assert_eq!(problem.headers()[VARY], "accept");
        assert!(problem.body().starts_with(br#"{"type":"https://a.example/STUDIO_1601""#));
    }
}
