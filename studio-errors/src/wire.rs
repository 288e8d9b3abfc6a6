//! Writes and reads the error body and the error object of JSON-RPC, writes problem details, and reads the `Retry-After` header and
//! a gRPC status.

#[cfg(feature = "client")]
mod client;
#[cfg(feature = "details")]
pub(crate) mod details;
/// Without the feature `details`, no error has fields with details.
#[cfg(not(feature = "details"))]
pub(crate) mod details {
    /// The derive writes nothing.
    #[derive(Debug)]
    pub struct Details<'a>(core::marker::PhantomData<&'a ()>);
}
pub(crate) mod envelope;
mod error_body;
mod escape;
pub(crate) mod json;
mod json_rpc;
pub(crate) mod members;
#[cfg(any(all(feature = "axum", feature = "details"), feature = "garde", feature = "validator"))]
pub(crate) mod pointer;
#[cfg(any(feature = "http", feature = "actix"))]
pub(crate) mod problem;
#[cfg(any(feature = "client", feature = "details"))]
mod raw_details;
mod read;
#[cfg(feature = "details")]
pub(crate) mod received;
#[cfg(feature = "retry-after")]
mod retry_after;
pub(crate) mod serialize;
#[cfg(feature = "tonic")]
pub(crate) mod status;
#[cfg(feature = "details")]
mod violations;

#[cfg(feature = "client")]
pub use self::client::UnreadableResponse;
pub(crate) use self::error_body::Origin;
pub use self::error_body::{ErrorBody, NoDetails, OwnedErrorBody};
pub use self::json_rpc::{JsonRpcData, JsonRpcError};
#[cfg(any(feature = "client", feature = "details"))]
pub use self::raw_details::RawDetails;
pub use self::read::UnreadableBody;
#[cfg(feature = "details")]
pub use self::received::{Received, UnreadableDetails};
#[cfg(feature = "retry-after")]
pub use self::retry_after::retry_after;
#[cfg(feature = "details")]
pub use self::violations::{Location, Violation, Violations};
