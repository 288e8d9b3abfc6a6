//! The details of an error body without a type: ignored, or kept as JSON.

use alloc::string::String;
use core::fmt;

use serde_core::{Serialize, Serializer};
#[cfg(feature = "details")]
use {
    alloc::boxed::Box,
    serde_core::{Deserialize, Deserializer, ser},
    serde_json::Value,
    serde_json::value::RawValue,
};

/// The details of an [`ErrorBody`](crate::ErrorBody) that ignores them. No value has this type.
///
/// ```
/// use studio_errors::{ErrorBody, NoDetails};
///
/// let json = r#"{"error":{"code":"STUDIO_1601","message":"no credits","http":402,"details":{"have":3}}}"#;
/// let body: ErrorBody<NoDetails> = serde_json::from_str(json)?;
/// assert_eq!(body.details, None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoDetails {}

impl Serialize for NoDetails {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        match *self {}
    }
}

/// Details that are kept as the JSON text that was received, for a type that is chosen later, by the code of the error:
/// [`ErrorBody<'_, RawDetails>`](crate::ErrorBody). Without the feature `details`, no value has this type.
///
/// ```
/// # #[cfg(feature = "details")] {
/// use studio_errors::catalog::QuotaError;
/// use studio_errors::{ErrorBody, RawDetails};
///
/// let json = r#"{"error":{"code":"STUDIO_1601","message":"no credits","http":402,"details":{"need":20}}}"#;
/// let body: ErrorBody<RawDetails> = serde_json::from_str(json).unwrap();
/// let details = body.details.as_ref().unwrap();
/// assert_eq!(details.as_json(), r#"{"need":20}"#);
/// if body.code == QuotaError::INSUFFICIENT_CREDITS {
///     let details: std::collections::BTreeMap<String, u32> = details.read().unwrap();
///     assert_eq!(details["need"], 20);
/// }
/// # }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct RawDetails(String);

impl RawDetails {
    /// Returns `None` if the text is not JSON.
    #[cfg(feature = "details")]
    pub(crate) fn from_json(json: String) -> Option<Self> {
        RawValue::from_string(json).ok().map(|json| Self::new(&json))
    }

    #[cfg(not(feature = "details"))]
    pub(crate) fn from_json(_: String) -> Option<Self> {
        None
    }
}

#[cfg(feature = "details")]
impl RawDetails {
    pub(crate) fn new(json: &RawValue) -> Self {
        Self(json.get().into())
    }

    /// Returns the JSON text.
    #[must_use]
    pub fn as_json(&self) -> &str {
        &self.0
    }

    /// Reads the details as a `T`.
    ///
    /// # Errors
    ///
    /// Returns an error if the details are not a `T`.
    pub fn read<'a, T: Deserialize<'a>>(&'a self) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.as_json())
    }
}

/// The JSON text.
impl fmt::Debug for RawDetails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// JSON is written unchanged.
impl Serialize for RawDetails {
    #[cfg(feature = "details")]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Only `serde_json` can write JSON text.
        if serializer.is_human_readable() {
            return self.read::<&RawValue>().map_err(ser::Error::custom)?.serialize(serializer);
        }
        self.read::<Value>().map_err(ser::Error::custom)?.serialize(serializer)
    }

    #[cfg(not(feature = "details"))]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// Only `serde_json` can read details without a type.
#[cfg(feature = "details")]
impl<'de> Deserialize<'de> for RawDetails {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(|json| Self::new(&json))
    }
}
