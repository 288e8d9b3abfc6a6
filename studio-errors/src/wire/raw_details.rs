//! The details of an error body as they were received.

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

#[cfg(feature = "details")]
use {
    alloc::borrow::ToOwned,
    serde_core::{Deserialize, Deserializer, Serialize, Serializer, ser},
    serde_json::value::RawValue,
};

/// Details that are kept as the JSON text that was received, for a type that is chosen later, by the code of the error:
/// [`ErrorBody<'_, RawDetails>`](crate::ErrorBody).
///
/// ```
/// # #[cfg(feature = "details")] {
/// use studio_errors::catalog::QuotaError;
/// use studio_errors::{ErrorBody, RawDetails};
///
/// #[derive(serde::Deserialize)]
/// struct Credits {
///     have: u32,
///     need: u32,
/// }
///
/// let json = r#"{"error":{"code":"STUDIO_1601","message":"no credits","http":402,"details":{"have":3,"need":20}}}"#;
/// let body: ErrorBody<RawDetails> = serde_json::from_str(json).unwrap();
/// let details = body.details.as_ref().unwrap();
/// assert_eq!(details.as_json(), r#"{"have":3,"need":20}"#);
/// if body.code == QuotaError::INSUFFICIENT_CREDITS {
///     let Credits { have, need } = details.read().unwrap();
///     assert_eq!(need - have, 17);
/// }
/// # }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct RawDetails(
    /// Valid JSON.
    pub(super) Box<str>,
);

impl RawDetails {
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
    #[cfg(feature = "details")]
    pub fn read<'a, T: Deserialize<'a>>(&'a self) -> Result<T, serde_json::Error> {
        serde_json::from_str(&self.0)
    }
}

/// The JSON text.
impl fmt::Debug for RawDetails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<RawDetails> for String {
    fn from(details: RawDetails) -> Self {
        details.0.into()
    }
}

/// Only `serde_json` can read details without a type.
#[cfg(feature = "details")]
impl<'de> Deserialize<'de> for RawDetails {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(Box::<RawValue>::deserialize(deserializer)?.into()))
    }
}

/// Only `serde_json` writes them unchanged.
#[cfg(feature = "details")]
impl Serialize for RawDetails {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string((*self.0).to_owned()).map_err(ser::Error::custom)?.serialize(serializer)
    }
}
