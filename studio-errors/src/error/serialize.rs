//! Serializes an error: its body, with the fields of the details.

use serde_core::{Serialize, Serializer};

use super::{Public, StudioErrorCode, WithMessage};
use crate::wire::RawDetails;
use crate::wire::serialize::Body;

/// Serializes the error body.
///
/// # Errors
///
/// Returns the error of the serializer.
pub fn serialize<S: Serializer>(error: &dyn StudioErrorCode, serializer: S) -> Result<S::Ok, S::Error> {
    #[cfg(feature = "details")]
    if let Some(details) = super::details(error) {
        return with_details(error, Some(&details), serializer);
    }
    // An implementation by hand has details as text. Text that is not JSON is omitted.
    let details = Public::of(error).details.and_then(RawDetails::from_json);
    with_details(error, details.as_ref(), serializer)
}

fn with_details<S: Serializer>(
    error: &dyn StudioErrorCode,
    details: Option<&impl Serialize>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let (info, message) = (error.info(), super::message(error));
    let (code, http) = (info.code().as_str(), info.http());
    Body { info: Some(info), code, message: &message, http, details, request_id: None }.serialize(serializer)
}

impl<E: StudioErrorCode> Serialize for WithMessage<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}
