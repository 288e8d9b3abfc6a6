//! Serializes an error: its body, with the fields of the details.

use serde_core::{Serialize, Serializer};
#[cfg(feature = "details")]
use {
    crate::wire::RawDetails,
    crate::wire::details::{Details, Field},
    serde_core::ser::{Error, SerializeMap},
};

use super::{StudioErrorCode, WithMessage};
use crate::wire::serialize::Body;

/// Serializes the error body.
///
/// # Errors
///
/// Returns the error of the serializer.
pub fn serialize<S: Serializer>(error: &dyn StudioErrorCode, serializer: S) -> Result<S::Ok, S::Error> {
    let (info, message) = (error.info(), super::message(error));
    #[cfg(feature = "details")]
    let details = DetailsOf::new(error);
    #[cfg(not(feature = "details"))]
    let details = None::<crate::wire::NoDetails>;
    let (code, http, details) = (info.code().as_str(), info.http(), details.as_ref());
    Body { info: Some(info), code, message: &message, http, details, request_id: None }.serialize(serializer)
}

impl<E: StudioErrorCode> Serialize for WithMessage<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

/// The details of an error, for serializers of any format. The fields themselves are serialized.
#[cfg(feature = "details")]
enum DetailsOf<'a> {
    Members(&'a dyn StudioErrorCode, usize),
    Whole(&'a dyn StudioErrorCode),
    /// The text of an implementation by hand.
    Json(RawDetails),
}

#[cfg(feature = "details")]
impl<'a> DetailsOf<'a> {
    /// Returns `None` if the error has no details, or is internal, or has text by hand that is not JSON.
    fn new(error: &'a dyn StudioErrorCode) -> Option<Self> {
        let info = error.info();
        if info.is_internal() {
            return None;
        }
        let json = Details::json(info, |details| error.write_details(details));
        match json.members {
            Some(members) => Some(Self::Members(error, members)),
            None if !json.text.is_empty() => Some(Self::Whole(error)),
            None => RawDetails::from_json(error.details_json()?).map(Self::Json),
        }
    }
}

#[cfg(feature = "details")]
impl Serialize for DetailsOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Members(error, members) => {
                let mut map = serializer.serialize_map(Some(*members))?;
                let mut result = Ok(());
                let mut visit = |field: Field<'_>| {
                    if let (Field::Member(name, value), true) = (field, result.is_ok()) {
                        result = map.serialize_entry(name, value);
                    }
                };
                error.write_details(&mut Details::fields(error.info(), &mut visit));
                result?;
                map.end()
            }
            Self::Whole(error) => {
                let (mut serializer, mut result) = (Some(serializer), None);
                let mut visit = |field: Field<'_>| {
                    if let (Field::Whole(value), Some(serializer)) = (field, serializer.take()) {
                        result = Some(value.serialize(serializer));
                    }
                };
                error.write_details(&mut Details::fields(error.info(), &mut visit));
                result.unwrap_or_else(|| Err(S::Error::custom("the details are not an object")))
            }
            Self::Json(json) => json.serialize(serializer),
        }
    }
}
