//! Responses: the error types of handlers, content negotiation, the layer of a service, and one file for each framework.

#[cfg(any(feature = "http", feature = "actix"))]
mod accept;
#[cfg(feature = "actix")]
pub(crate) mod actix;
#[cfg(feature = "axum")]
mod axum;
mod coded_error;
#[cfg(feature = "metrics")]
mod counter;
pub(crate) mod error_of;
pub(crate) mod error_response;
#[cfg(any(feature = "http", feature = "actix"))]
mod framework;
mod header;
#[cfg(feature = "http")]
mod http;
#[cfg(all(any(feature = "actix", feature = "axum"), feature = "details"))]
mod invalid_input;
#[cfg(any(feature = "http", feature = "actix"))]
mod layer;
#[cfg(feature = "tracing")]
mod log_event;
#[cfg(any(feature = "http", feature = "actix"))]
mod request;
#[cfg(any(all(feature = "axum", feature = "details"), feature = "tracing"))]
mod sources;
#[cfg(feature = "tonic")]
mod tonic;
#[cfg(feature = "http")]
mod tower;
#[cfg(all(any(feature = "actix", feature = "axum"), feature = "details"))]
mod with_error;

#[cfg(feature = "actix")]
pub use self::actix::ErrorMiddleware;
pub use self::coded_error::{CodedError, MemberError};
#[cfg(any(feature = "http", feature = "actix"))]
pub use self::layer::ErrorLayer;
#[cfg(any(feature = "http", feature = "actix"))]
pub use self::request::RequestHead;
#[cfg(feature = "http")]
pub use self::tower::{ErrorService, ResponseFuture};
#[cfg(all(any(feature = "actix", feature = "axum"), feature = "details"))]
pub use self::with_error::WithError;

/// The phrase of a status, such as `Not Found`.
#[cfg(feature = "http")]
fn phrase(http: u16) -> Option<&'static str> {
    ::http::StatusCode::from_u16(http).ok()?.canonical_reason()
}

/// The phrase of a status, such as `Not Found`.
#[cfg(all(feature = "actix", not(feature = "http")))]
fn phrase(http: u16) -> Option<&'static str> {
    actix_web::http::StatusCode::from_u16(http).ok()?.canonical_reason()
}
