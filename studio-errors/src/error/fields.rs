//! The details of an error, from the fields that the derive writes.

use alloc::string::String;

use super::StudioErrorCode;

/// The details as JSON. `None` if there are none, or if the error is internal.
#[cfg(feature = "details")]
#[must_use]
pub fn details_json(error: &(impl StudioErrorCode + ?Sized)) -> Option<String> {
    use crate::wire::details::Details;

    let json = Details::json(error.info(), |details| error.write_details(details)).text;
    Some(json).filter(|json| !json.is_empty())
}

/// Without the feature `details`, no error has fields with details.
#[cfg(not(feature = "details"))]
#[must_use]
pub fn details_json(_: &(impl StudioErrorCode + ?Sized)) -> Option<String> {
    None
}

#[cfg(feature = "details")]
pub(super) use self::by_reference::DetailsOf;

#[cfg(feature = "details")]
mod by_reference {
    use alloc::boxed::Box;

    use serde_core::ser::{Error, SerializeMap};
    use serde_core::{Serialize, Serializer};
    use serde_json::Value;
    use serde_json::value::RawValue;

    use super::StudioErrorCode;
    use crate::wire::details::{Details, Field};

    /// The details of an error, for serializers of any format. The fields themselves are serialized.
    pub(in crate::error) enum DetailsOf<'a> {
        Members(&'a dyn StudioErrorCode, usize),
        Whole(&'a dyn StudioErrorCode),
        /// The text of an implementation by hand.
        Json(Box<RawValue>),
    }

    impl<'a> DetailsOf<'a> {
        /// Returns `None` if the error has no details, or is internal, or has text by hand that is not JSON.
        pub(in crate::error) fn new(error: &'a dyn StudioErrorCode) -> Option<Self> {
            let info = error.info();
            if info.is_internal() {
                return None;
            }
            let json = Details::json(info, |details| error.write_details(details));
            match json.members {
                Some(members) => Some(Self::Members(error, members)),
                None if !json.text.is_empty() => Some(Self::Whole(error)),
                None => RawValue::from_string(error.details_json()?).ok().map(Self::Json),
            }
        }
    }

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
                Self::Json(json) if serializer.is_human_readable() => json.serialize(serializer),
                // Only the serializers of `serde_json` can write JSON text.
                Self::Json(json) => {
                    let value: Value = serde_json::from_str(json.get()).map_err(S::Error::custom)?;
                    value.serialize(serializer)
                }
            }
        }
    }
}
