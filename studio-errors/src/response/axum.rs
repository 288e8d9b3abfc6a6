//! axum 0.8.

use ::axum::response::{IntoResponse, Response};

use crate::response::CodedError;
use crate::{ErrorOf, ErrorResponse, WithMessage};

impl IntoResponse for ErrorResponse {
    fn into_response(self) -> Response {
        self.into()
    }
}

impl<E: CodedError + IntoResponse> IntoResponse for WithMessage<E> {
    fn into_response(self) -> Response {
        ErrorResponse::of(&self).into()
    }
}

impl<S> IntoResponse for ErrorOf<S> {
    fn into_response(self) -> Response {
        self.into()
    }
}
