//! Conversion into `http::Response`, for hyper, tower and frameworks that use it.

use alloc::borrow::Cow;

use ::http::header::{CONTENT_TYPE, RETRY_AFTER, VARY, WWW_AUTHENTICATE};
use ::http::{HeaderName, HeaderValue, Response, StatusCode};
use bytes::Bytes;

use crate::response::framework::{FrameworkResponse, Rendered, mark, write_head};
use crate::response::header::Header;
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
        let mut response = Self::new(body(&error));
        write_head(&error, &mut response);
        mark(&error, &mut response);
        response
    }
}

impl<B: From<Bytes>, S> From<ErrorOf<S>> for Response<B> {
    fn from(error: ErrorOf<S>) -> Self {
        ErrorResponse::from(error).into()
    }
}

pub(crate) fn body<B: From<Bytes>>(error: &ErrorResponse) -> B {
    let bytes = match error.body() {
        Cow::Borrowed(text) => Bytes::from_static(text.as_bytes()),
        Cow::Owned(text) => Bytes::from(text),
    };
    bytes.into()
}

impl<B> FrameworkResponse for Response<B> {
    fn status(&self) -> u16 {
        self.status().as_u16()
    }

    fn set_status(&mut self, status: u16) {
        // Every code has a status between 400 and 599.
        *self.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    }

    fn values(&self, name: &'static str) -> impl Iterator<Item = &[u8]> {
        let values = match name {
            // A name that is a constant is not parsed.
            "vary" => self.headers().get_all(VARY),
            name => self.headers().get_all(name),
        };
        values.iter().map(HeaderValue::as_bytes)
    }

    fn set(&mut self, header: Header) {
        if let Some((name, value)) = of_header(header) {
            self.headers_mut().insert(name, value);
        }
    }

    fn add(&mut self, header: Header) {
        if let Some((name, value)) = of_header(header) {
            self.headers_mut().append(name, value);
        }
    }

    fn remove(&mut self, name: &'static str) {
        self.headers_mut().remove(name);
    }

    fn mark(&mut self, Rendered { http, varies }: Rendered) {
        let place = 2 * usize::from(http.saturating_sub(400)) + usize::from(varies);
        if let Some(Ok(mark)) = MARKS.get(place..=place).map(core::str::from_utf8) {
            self.headers_mut().insert(MARK, HeaderValue::from_static(mark));
        }
    }

    fn rendered(&mut self) -> Option<Rendered> {
        let mark = self.headers_mut().remove(MARK)?;
        let place = mark.as_bytes().as_ptr().addr().checked_sub(MARKS.as_ptr().addr())?;
        let http = 400 + u16::try_from(place / 2).ok().filter(|_| place < MARKS.len())?;
        Some(Rendered { http, varies: place % 2 == 1 })
    }
}

/// The header that marks a response of this crate. The layer removes it. An extension of the response would cost three allocations.
const MARK: HeaderName = HeaderName::from_static("studio-errors-rendered");

/// A mark is one byte of this text, and its place is the http and whether the response varies. Only this crate has a value inside the
/// text, so a header that a handler forwards from another server is no mark.
static MARKS: [u8; 400] = [b'.'; 400];

/// `None` if the header is not valid, which the compile-time checks of a catalog refuse.
#[inline]
fn of_header(header: Header) -> Option<(HeaderName, HeaderValue)> {
    Some(match header {
        Header::Json => (CONTENT_TYPE, const { HeaderValue::from_static(Header::JSON) }),
        Header::Problem => (CONTENT_TYPE, const { HeaderValue::from_static(Header::PROBLEM) }),
        Header::RetryAfter(seconds) => (RETRY_AFTER, seconds.into()),
        Header::Challenge(challenge) => (WWW_AUTHENTICATE, HeaderValue::from_str(challenge).ok()?),
        Header::Vary => (VARY, const { HeaderValue::from_static(Header::ACCEPT) }),
        Header::Code(name, code) => (HeaderName::from_bytes(name.as_bytes()).ok()?, HeaderValue::from_str(code).ok()?),
    })
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
    fn each_mark_is_read_back_and_a_copy_is_no_mark() {
        let mut response = Response::new(());
        for (http, varies) in (400..600).flat_map(|http| [(http, false), (http, true)]) {
            response.mark(Rendered { http, varies });
            assert_eq!(response.rendered().map(|mark| (mark.http, mark.varies)), Some((http, varies)));
            assert!(response.headers().is_empty());
        }
        response.mark(Rendered { http: 600, varies: false });
        assert!(response.rendered().is_none());
        response.headers_mut().insert(MARK, HeaderValue::from_bytes(b".").unwrap());
        assert!(response.rendered().is_none());
    }

    #[test]
    fn existing_headers_with_the_same_name_are_kept() {
        let mut response = Response::new(());
        let headers = response.headers_mut();
        headers.insert(VARY, HeaderValue::from_static("Origin, Accept"));
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Basic"));
        write_head(&ErrorResponse::from(AuthenticationError::InvalidToken).negotiate(""), &mut response);
        let headers = response.headers();
        assert_eq!(
            (headers.len(), &headers[VARY], &headers[WWW_AUTHENTICATE]),
            (3, &HeaderValue::from_static("Origin, Accept"), &HeaderValue::from_static("Basic"))
        );
    }
}
