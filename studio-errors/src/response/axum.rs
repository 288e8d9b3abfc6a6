//! axum 0.8.

use ::axum::response::{IntoResponse, Response};

use crate::response::{ErrorOf, ErrorResponse};

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
