//! The same bodies and responses, written by hand with `serde_json` and axum.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// `{"error":{..}}`
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Body<'a> {
    /// The members of the error body.
    pub error: Members<'a>,
}

/// `{"code":..,"message":..,"http":..}`
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Members<'a> {
    /// The code.
    pub code: &'a str,
    /// The message.
    pub message: &'a str,
    /// The HTTP status.
    pub http: u16,
}

/// The body of [`STATIC`](crate::studio::STATIC).
pub const STATIC: Body<'static> = body("STUDIO_1601", "Insufficient AI credits in wallet for this generation");

/// An error body with the status 402.
#[must_use]
pub const fn body<'a>(code: &'a str, message: &'a str) -> Body<'a> {
    Body { error: Members { code, message, http: 402 } }
}

/// The message of [`DISPLAY`](crate::studio::DISPLAY).
#[must_use]
pub fn message(wallet: u64, have: u32, need: u32) -> String {
    format!("wallet {wallet} has {have} credits, {need} are needed")
}

/// The response in the form that most services use.
#[must_use]
pub fn response(body: Body<'_>) -> Response {
    (StatusCode::PAYMENT_REQUIRED, Json(body)).into_response()
}
