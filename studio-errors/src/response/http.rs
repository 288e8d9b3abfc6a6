//! Conversion into `http::Response`, for hyper, tower and frameworks that use it.

use alloc::borrow::Cow;

use ::http::header::{CONTENT_TYPE, RETRY_AFTER, VARY, WWW_AUTHENTICATE};
use ::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use bytes::Bytes;

use crate::response::layer::{RENDERED, rendered_value, varies_by_accept};
use crate::{ErrorOf, ErrorResponse};

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
    fn from(mut error: ErrorResponse) -> Self {
        error.set_current_request();
        let mut response = Self::new(body(error.body()));
        *response.status_mut() = status(&error);
        insert(&error, response.headers_mut());
        if error.is_in_layer() {
            const NAME: HeaderName = HeaderName::from_static(RENDERED);
            response.headers_mut().insert(NAME, HeaderValue::from_static(rendered_value(error.http())));
        }
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

/// Adds the headers of `error` to those of a response.
pub(crate) fn insert(error: &ErrorResponse, headers: &mut HeaderMap) {
    let content_type = if error.is_problem() {
        const { HeaderValue::from_static(ErrorResponse::PROBLEM) }
    } else {
        const { HeaderValue::from_static(ErrorResponse::JSON) }
    };
    headers.insert(CONTENT_TYPE, content_type);
    if let Some(seconds) = error.retry_after() {
        headers.insert(RETRY_AFTER, seconds.into());
    }
    if let Some(challenge) = error.challenge()
        && !headers.contains_key(WWW_AUTHENTICATE)
    {
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
    }
    if let Some(vary) = error.vary()
        && !headers.get_all(VARY).iter().any(|value| varies_by_accept(value.as_bytes()))
    {
        headers.append(VARY, HeaderValue::from_static(vary));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{AuthenticationError, QuotaError};

    #[test]
    fn the_headers_depend_on_the_format() {
        let error = ErrorResponse::from(QuotaError::InsufficientCredits);
        let plain = Response::<Bytes>::from(error.clone());
        assert_eq!((plain.status().as_u16(), plain.headers().len()), (402, 1));
        assert_eq!(plain.headers()[CONTENT_TYPE], "application/json");
        let problem = Response::<Bytes>::from(error.negotiate("application/problem+json"));
        assert_eq!((problem.status().as_u16(), problem.headers().len()), (402, 2));
        assert_eq!(problem.headers()[CONTENT_TYPE], "application/problem+json");
        assert_eq!(problem.headers()[VARY], "accept");
        assert!(problem.body().starts_with(br#"{"type":"about:blank","title":"Payment Required""#));
    }

    #[test]
    fn existing_headers_with_the_same_name_are_kept() {
        let mut headers = HeaderMap::new();
        headers.insert(VARY, HeaderValue::from_static("Origin, Accept"));
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Basic"));
        insert(&ErrorResponse::from(AuthenticationError::InvalidToken).negotiate(""), &mut headers);
        assert_eq!(
            (headers.len(), &headers[VARY], &headers[WWW_AUTHENTICATE]),
            (3, &HeaderValue::from_static("Origin, Accept"), &HeaderValue::from_static("Basic"))
        );
    }
}
