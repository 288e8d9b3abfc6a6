//! actix-web 4.

use alloc::borrow::Cow;

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, HeaderValue, RETRY_AFTER, VARY};
use actix_web::{HttpRequest, HttpResponse, Responder, ResponseError};

use crate::response::{ErrorOf, ErrorResponse};

impl ResponseError for ErrorResponse {
    fn status_code(&self) -> StatusCode {
        status(self.http())
    }

    fn error_response(&self) -> HttpResponse {
        respond(self.clone())
    }
}

impl Responder for ErrorResponse {
    type Body = actix_web::body::BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        respond(self)
    }
}

impl<S> ResponseError for ErrorOf<S> {
    fn status_code(&self) -> StatusCode {
        (**self).status_code()
    }

    fn error_response(&self) -> HttpResponse {
        (**self).error_response()
    }
}

impl<S> Responder for ErrorOf<S> {
    type Body = actix_web::body::BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        respond(self.into())
    }
}

/// The status of a code.
#[must_use]
pub fn status(http: u16) -> StatusCode {
    // Every code has a status between 400 and 599.
    StatusCode::from_u16(http).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The response of an error.
#[must_use]
pub fn respond(error: ErrorResponse) -> HttpResponse {
    let mut response = HttpResponse::build(status(error.http()));
    response.insert_header((CONTENT_TYPE, HeaderValue::from_static(error.content_type())));
    if let Some(seconds) = error.retry_after() {
        response.insert_header((RETRY_AFTER, HeaderValue::from(seconds)));
    }
    if let Some(header) = error.vary() {
        response.append_header((VARY, HeaderValue::from_static(header)));
    }
    match error.into_body() {
        Cow::Borrowed(body) => response.body(body),
        Cow::Owned(body) => response.body(body),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::QuotaError;

    #[test]
    fn the_status_is_that_of_the_code() {
        let error = ErrorResponse::from(QuotaError::InsufficientCredits);
        assert_eq!((error.status_code().as_u16(), error.error_response().status().as_u16()), (402, 402));
        assert_eq!((status(599).as_u16(), status(0).as_u16()), (599, 500));
    }
}
