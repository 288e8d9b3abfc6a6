//! The reference as JSON: the format of baselines, and of other tools that read a reference.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Serialize};

use super::rows::{CatalogRow, CategoryRow, CodeRow, Reference, ReservedRow, SetRow};
use super::rules;
use crate::text::escape::{self, Terminal};

/// The URL of the JSON Schema of the format. A change that old readers do not understand increases its number.
pub const SCHEMA: &str =
    "https://raw.githubusercontent.com/studio-service/studio-errors/main/studio-errors/schema/error-codes-2.json";

/// The members of every version.
#[derive(Deserialize)]
struct AnyFile {
    #[serde(rename = "$schema")]
    schema: String,
}

#[derive(Serialize)]
struct Written<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    #[serde(flatten, serialize_with = "ReferenceMembers::serialize")]
    reference: &'a Reference,
}

/// The other members. `Reference` has no impls of its own, with which a file would be read without a check.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Reference")]
struct ReferenceMembers {
    catalogs: Vec<CatalogRow>,
    codes: Vec<CodeRow>,
    categories: Vec<CategoryRow>,
    reserved: Vec<ReservedRow>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sets: Vec<SetRow>,
}

/// The error of [`Reference::from_json`]: the text is not a reference.
#[derive(Debug)]
pub struct Malformed {
    text: String,
    source: Option<serde_json::Error>,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The message contains text of the file.
        Terminal(&self.text).fmt(f)
    }
}

impl core::error::Error for Malformed {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        self.source.as_ref().map(|error| error as _)
    }
}

impl From<serde_json::Error> for Malformed {
    fn from(error: serde_json::Error) -> Self {
        Self { text: error.to_string(), source: Some(error) }
    }
}

impl Reference {
    /// The reference as JSON in the format of [`SCHEMA`]: indented, one member on each line, with a line feed at the end, so
    /// that a difference between two versions is readable. The text of one code set is always the same.
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
    ///   "$schema": "https://raw.githubusercontent.com/studio-service/studio-errors/main/studio-errors/schema/error-codes-2.json",
    ///   "catalogs": [
    ///     {
    ///       "prefix": "STUDIO",
    ///       "separator": "_",
    ///       "width": 0,
    ///       "challenge": "Bearer"
    ///     }
    ///   ],
    ///   "codes": [
    ///     {
    ///       "code": "STUDIO_1601",
    ///       "catalog": "STUDIO",
    ///       "number": 1601,
    ///       "http": 402,
    ///       "category": "quota",
    ///       "name": "INSUFFICIENT_CREDITS",
    ///       "description": "Insufficient AI credits in wallet for this generation",
    ///       "resolution": "Purchase additional credits or upgrade subscription tier",
    ///       "retryable": false
    ///     }
    ///   ],
    ///   "categories": [
    ///     {
    ///       "catalog": "STUDIO",
    ///       "slug": "quota",
    ///       "title": "Quota & Credits",
    ///       "ranges": [
    ///         {
    ///           "first": 1600,
    ///           "last": 1699
    ///         }
    ///       ]
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
        let written = Written { schema: SCHEMA, reference: self };
        // Serialization of strings, numbers and booleans with fixed names cannot fail.
        let mut json = escape::json(serde_json::to_string_pretty(&written).unwrap_or_default());
        json.push('\n');
        json
    }

    /// Reads a reference that [`to_json`](Self::to_json) wrote. Unknown members are ignored.
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
    /// Returns an error if the text is not JSON or lacks a member (the message states the line and the column), if `$schema` is
    /// unknown, or if a row is invalid (the message names the row): the number is not that of the code, a number or a slug is
    /// repeated, a range is reversed, or the status is not from 400 to 599.
    pub fn from_json(json: &str) -> Result<Self, Malformed> {
        let AnyFile { schema } = serde_json::from_str(json)?;
        if schema != SCHEMA {
            let text = format!("unknown `$schema` `{schema}`, expected `{SCHEMA}`");
            return Err(Malformed { text, source: None });
        }
        // Nothing follows the object, otherwise the schema would not have been read.
        let reference = ReferenceMembers::deserialize(&mut serde_json::Deserializer::from_str(json))?;
        match rules::broken(&reference) {
            None => Ok(reference),
            Some(text) => Err(Malformed { text, source: None }),
        }
    }
}
