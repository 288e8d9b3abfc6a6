//! The error body as a client reads it.

mod deserialize;
#[cfg(feature = "details")]
mod envelope;
mod error_body;
#[cfg(feature = "tonic")]
pub(crate) mod grpc_status;
#[cfg(feature = "details")]
pub(crate) mod received;
#[cfg(feature = "client")]
mod response;
mod text;

#[cfg(feature = "details")]
pub use self::envelope::UnreadableBody;
pub use self::error_body::{ErrorBody, OwnedErrorBody};
#[cfg(feature = "details")]
pub use self::received::{Received, UnreadableDetails};
#[cfg(feature = "client")]
pub use self::response::UnreadableResponse;
