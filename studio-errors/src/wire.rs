//! Writes and reads the error body as JSON, writes problem details, and reads the `Retry-After` header and a gRPC status.

#[cfg(feature = "details")]
pub(crate) mod details;
pub(crate) mod envelope;
mod error_body;
mod escape;
pub(crate) mod json;
#[cfg(any(all(feature = "axum", feature = "details"), feature = "garde", feature = "validator"))]
pub(crate) mod pointer;
#[cfg(any(feature = "http", feature = "actix"))]
pub(crate) mod problem;
mod read;
#[cfg(feature = "retry-after")]
mod retry_after;
pub(crate) mod serialize;
#[cfg(feature = "tonic")]
pub(crate) mod status;
#[cfg(feature = "details")]
pub(crate) mod tree;
#[cfg(feature = "details")]
mod violations;

pub(crate) use self::error_body::Origin;
pub use self::error_body::{ErrorBody, OwnedErrorBody};
pub use self::read::UnreadableBody;
#[cfg(feature = "retry-after")]
pub use self::retry_after::retry_after;
#[cfg(feature = "details")]
pub use self::violations::{Violation, Violations};
