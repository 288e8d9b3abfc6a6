//! The error body, as a client reads it and as serde writes it.

mod deserialize;
#[cfg(feature = "details")]
mod envelope;
mod error_body;
#[cfg(feature = "details")]
pub(crate) mod received;
#[cfg(feature = "client")]
mod response;
mod serialize;
#[cfg(feature = "tonic")]
mod status;

#[cfg(feature = "details")]
pub use self::envelope::UnreadableBody;
pub use self::error_body::{ErrorBody, OwnedErrorBody};
#[cfg(feature = "details")]
pub use self::received::{Received, UnreadableDetails};
#[cfg(feature = "client")]
pub use self::response::UnreadableResponse;
pub use self::serialize::serialize;
#[cfg(feature = "tonic")]
pub(crate) use self::status::{CODE, HTTP};
