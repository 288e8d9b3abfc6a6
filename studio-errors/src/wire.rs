//! Writes the error body, problem details and the error object of JSON-RPC, and reads the `Retry-After` header.

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
pub(crate) mod escape;
pub(crate) mod json;
mod json_rpc;
pub(crate) mod problem;
mod raw_details;
#[cfg(feature = "retry-after")]
pub(crate) mod retry_after;
#[cfg(feature = "details")]
pub(crate) mod violations;

pub use self::json_rpc::{JsonRpcData, JsonRpcError};
pub use self::raw_details::{NoDetails, RawDetails};
#[cfg(feature = "retry-after")]
pub use self::retry_after::retry_after;
#[cfg(feature = "details")]
pub use self::violations::{Location, Violation, Violations};
