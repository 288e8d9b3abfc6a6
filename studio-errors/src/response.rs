//! Responses: the error types of handlers, content negotiation, the layer of a service, and one file for each framework.

#[cfg(any(all(feature = "axum", feature = "details"), feature = "tracing"))]
use core::error::Error;

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
#[cfg(any(feature = "http", feature = "actix"))]
mod layer;
#[cfg(feature = "tracing")]
mod log_event;
mod request;
#[cfg(any(feature = "http", feature = "actix"))]
mod request_head;
#[cfg(feature = "tonic")]
mod tonic;
#[cfg(all(any(feature = "actix", feature = "axum"), feature = "details"))]
mod with_error;

pub use self::coded_error::{CodedError, MemberError};
#[cfg(any(feature = "http", feature = "actix"))]
pub use self::layer::{ErrorLayer, ErrorService, ResponseFuture};
#[cfg(any(feature = "http", feature = "actix"))]
pub use self::request_head::RequestHead;
#[cfg(all(any(feature = "actix", feature = "axum"), feature = "details"))]
pub use self::with_error::WithError;

/// The phrase of a status, such as `Not Found`.
fn phrase(http: u16) -> Option<&'static str> {
    #[cfg(feature = "http")]
    return ::http::StatusCode::from_u16(http).ok()?.canonical_reason();
    #[cfg(all(feature = "actix", not(feature = "http")))]
    return actix_web::http::StatusCode::from_u16(http).ok()?.canonical_reason();
    // Without a framework, nothing creates problem details.
    #[cfg(not(any(feature = "http", feature = "actix")))]
    {
        let _ = http;
        None
    }
}

/// An error, its source, and so on. An error can be its own source, so a chain has an end here.
#[cfg(any(all(feature = "axum", feature = "details"), feature = "tracing"))]
fn sources<'a>(error: Option<&'a (dyn Error + 'static)>) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    core::iter::successors(error, |error| Error::source(*error)).take(64)
}
