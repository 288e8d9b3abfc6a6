//! Serializes an error: its body, with the fields of the details.

use serde_core::{Serialize, Serializer};

use super::{Public, StudioErrorCode, WithMessage};
use crate::code::ErrorInfo;
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
        return body(error.info(), &super::message(error), Some(&details), serializer);
    }
    let Public { info, message, details } = Public::of(error);
    // An implementation by hand has details as text. Text that is not JSON is omitted.
    let details = details.and_then(RawDetails::from_json);
    body(info, message.as_deref().unwrap_or(info.description()), details.as_ref(), serializer)
}

fn body<S: Serializer>(
    info: ErrorInfo,
    message: &str,
    details: Option<&impl Serialize>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let (code, http) = (info.code().as_str(), info.http());
    Body { info: Some(info), code, message, http, details, request_id: None }.serialize(serializer)
}

impl<E: StudioErrorCode> Serialize for WithMessage<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}
