//! The error body, written and read: JSON and problem details; and the `Retry-After` header as a client reads it.

mod error_body;
pub(crate) mod json;
#[cfg(any(feature = "http", feature = "actix"))]
pub(crate) mod problem;
#[cfg(feature = "retry-after")]
mod retry_after;

pub use self::error_body::{ErrorBody, OwnedErrorBody};
#[cfg(feature = "retry-after")]
pub use self::retry_after::retry_after;
