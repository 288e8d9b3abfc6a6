//! The reference as JSON: the format that baselines are kept in, and that other tools read.

use alloc::string::String;
use core::fmt;

use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Reference;
use crate::text::escape;

/// Where the JSON Schema of the format is published. A change that old readers would not understand gets another number.
pub const SCHEMA: &str =
    "https://raw.githubusercontent.com/studio-service/studio-errors/main/studio-errors/schema/error-codes-1.json";

/// The `$schema` member, which has one value: [`SCHEMA`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Schema;

impl Serialize for Schema {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(SCHEMA)
    }
}

impl<'de> Deserialize<'de> for Schema {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let schema = String::deserialize(deserializer)?;
        if schema == SCHEMA { Ok(Self) } else { Err(D::Error::invalid_value(Unexpected::Str(&schema), &SCHEMA)) }
    }
}

/// The error of [`Reference::from_json`]: the text is not a reference.
#[derive(Debug)]
pub struct Malformed(serde_json::Error);

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl core::error::Error for Malformed {}

impl Reference {
    /// The reference as JSON, in the format of [`SCHEMA`]: indented, a member a line, with a line feed at the end, so that
    /// a difference between two versions reads well. One code set has one text.
    ///
    /// ```
    /// use studio_errors::reference::Reference;
    /// use studio_errors::{CodeSet, StudioErrorCode};
    ///
    /// #[derive(StudioErrorCode)]
    /// #[studio(category = "quota", reserved(1604))]
    /// enum WalletError {
    ///     #[studio(code = 1601)]
    ///     InsufficientCredits,
    /// }
    ///
    /// let json = r#"{
    ///   "$schema": "https://raw.githubusercontent.com/studio-service/studio-errors/main/studio-errors/schema/error-codes-1.json",
    ///   "codes": [
    ///     {
    ///       "code": "STUDIO_1601",
    ///       "number": 1601,
    ///       "http": 402,
    ///       "category": "quota",
    ///       "name": "INSUFFICIENT_CREDITS",
    ///       "description": "Insufficient AI credits in wallet for this generation",
    ///       "resolution": "Purchase additional credits or upgrade subscription tier"
    ///     }
    ///   ],
    ///   "categories": [
    ///     {
    ///       "catalog": "STUDIO",
    ///       "slug": "quota",
    ///       "title": "Quota & Credits",
    ///       "first": 1600,
    ///       "last": 1699
    ///     }
    ///   ],
    ///   "reserved": [
    ///     {
    ///       "catalog": "STUDIO",
    ///       "first": 1604,
    ///       "last": 1604
    ///     }
    ///   ]
    /// }
    /// "#;
    /// assert_eq!(Reference::of::<WalletError>().to_json(), json);
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        // Text and numbers under fixed names: nothing in it can fail.
        let mut json = escape::json(serde_json::to_string_pretty(self).unwrap_or_default());
        json.push('\n');
        json
    }

    /// Reads what [`to_json`](Self::to_json) wrote. Members that it does not know are ignored.
    ///
    /// ```
    /// use studio_errors::catalog::StudioError;
    /// use studio_errors::reference::Reference;
    ///
    /// let reference = Reference::of::<StudioError>();
    /// assert_eq!(Reference::from_json(&reference.to_json()).unwrap(), reference);
    ///
    /// let error = Reference::from_json(r#"{"name": "left-pad"}"#).unwrap_err();
    /// assert_eq!(error.to_string(), "missing field `$schema` at line 1 column 20");
    /// ```
    ///
    /// # Errors
    ///
    /// Where the text is not JSON, lacks a member, or names another `$schema`; the message tells the line and the column.
    pub fn from_json(json: &str) -> Result<Self, Malformed> {
        serde_json::from_str(json).map_err(Malformed)
    }
}
