//! axum 0.8.

#[cfg(feature = "details")]
mod invalid_input;
#[cfg(feature = "details")]
mod with_error;

use ::axum::response::{IntoResponse, Response};

use crate::{ErrorOf, ErrorResponse};

#[cfg(feature = "details")]
pub use self::with_error::WithError;

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
