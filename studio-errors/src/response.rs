//! Responses: what a handler returns, content negotiation, and one file for each framework.

#[cfg(any(feature = "http", feature = "actix"))]
mod accept;
#[cfg(feature = "actix")]
pub(crate) mod actix;
#[cfg(feature = "axum")]
pub mod axum;
mod error_of;
mod error_response;
#[cfg(feature = "http")]
mod http;
#[cfg(feature = "tracing")]
mod log_event;

pub use self::error_of::ErrorOf;
pub use self::error_response::ErrorResponse;
