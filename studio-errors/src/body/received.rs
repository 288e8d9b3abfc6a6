//! Reads what a client receives in place of an error: the variant of its code, with the details as fields.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::{self, Debug};

use serde_core::de::value::UnitDeserializer;
use serde_core::de::{DeserializeOwned, IntoDeserializer};
use serde_json::value::RawValue;

use crate::code::{CatalogFacts, CodeList, CodeOrName, FromCode, for_pointers};
use crate::text::escape::Terminal;
use crate::wire::RawDetails;

/// What a client receives in place of an error: an enum with the same variants, whose fields are the details.
///
/// `#[studio(received)]` generates the type and this impl: see [the derive](derive@crate::StudioErrorCode#received). The enums of
/// [`catalog`](crate::catalog) have no fields, so they are received as they are.
///
/// ```
/// use studio_errors::{ErrorBody, RawDetails, StudioErrorCode};
///
/// #[derive(StudioErrorCode)]
/// #[studio(category = "quota", received)]
/// enum WalletError {
///     #[studio(code = 1601)]
///     InsufficientCredits { wallet: u64, #[studio(detail)] have: u32, #[studio(detail)] need: u32 },
/// }
///
/// let json = r#"{"error":{"code":"STUDIO_1601","message":"no credits","http":402,"details":{"have":3,"need":20}}}"#;
/// let body: ErrorBody<RawDetails> = serde_json::from_str(json)?;
/// match body.received()? {
///     Some(ReceivedWalletError::InsufficientCredits { have, need }) => assert_eq!(need - have, 17),
///     None => panic!("a code that is newer than this client"),
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be received",
    label = "not `Received`",
    note = "add `#[studio(received)]` to the error, and use the type that it generates"
)]
pub trait Received: Sized + Debug {
    /// Returns `None` if the type does not have the code.
    #[doc(hidden)]
    fn received(error: &Incoming<'_>) -> Result<Option<Self>, UnreadableDetails>;
}

/// An error type, and what a client receives in place of it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no received type",
    label = "no received type",
    note = "add `#[studio(received)]` to `{Self}`"
)]
pub trait ReceivedAs {
    /// The received type.
    type Received: Received;
}

for_pointers!([T: ReceivedAs + ?Sized] ReceivedAs { type Received = T::Received; });

/// The error of [`ErrorBody::received`](crate::ErrorBody::received): a detail is missing or has another type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableDetails {
    code: String,
    path: String,
    reason: String,
}

impl UnreadableDetails {
    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The path of the value, such as `items[1].price`. It is empty if the details are not an object.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for UnreadableDetails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [code, path, reason] = [&self.code, &self.path, &self.reason].map(|text| Terminal(text));
        match &*self.path {
            "" => write!(f, "the details of {code} are not readable: {reason}"),
            _ => write!(f, "the detail `{path}` of {code} is not readable: {reason}"),
        }
    }
}

impl core::error::Error for UnreadableDetails {}

/// The error of a body, for the code that `#[studio(received)]` generates.
#[derive(Debug)]
pub struct Incoming<'a> {
    pub(super) error: CodeOrName<'a>,
    pub(super) details: Option<&'a RawDetails>,
}

impl Incoming<'_> {
    /// The number of the code, if it is one of the catalog.
    #[must_use]
    pub fn number(&self, catalog: &CatalogFacts, codes: CodeList) -> Option<i64> {
        self.error.number(catalog, codes)
    }

    /// The value of a type without details.
    #[must_use]
    pub fn known<T: FromCode>(&self) -> Option<T> {
        self.error.find()
    }

    /// The details, or none.
    #[must_use]
    pub fn members(&self) -> Members<'_> {
        let json = self.details.map(RawDetails::as_json);
        Members { code: self.error.as_str(), json, object: json.map_or(Ok(BTreeMap::new()), serde_json::from_str) }
    }
}

/// Reads the details of one variant.
pub type ReadVariant<T> = fn(&Members<'_>) -> Result<T, UnreadableDetails>;

/// The type of a received detail. It is a trait of its own, because the message about a missing `Deserialize` lists other types.
#[diagnostic::on_unimplemented(
    message = "a detail of type `{Self}` cannot be received",
    label = "not deserializable",
    note = "add `#[derive(serde::Deserialize)]` to `{Self}`"
)]
pub trait ReceivedDetail: DeserializeOwned {}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> ReceivedDetail for T {}

/// The details of a body.
#[derive(Debug)]
pub struct Members<'a> {
    code: &'a str,
    json: Option<&'a str>,
    object: serde_json::Result<BTreeMap<String, &'a RawValue>>,
}

impl Members<'_> {
    /// Returns the first of several variants with one code that the details fit.
    ///
    /// # Errors
    ///
    /// Returns the error of the first variant if they fit none.
    pub fn first<T>(&self, first: ReadVariant<T>, others: &[ReadVariant<T>]) -> Result<T, UnreadableDetails> {
        first(self).or_else(|error| others.iter().find_map(|read| read(self).ok()).ok_or(error))
    }

    /// Reads one detail. An optional one may be missing.
    ///
    /// # Errors
    ///
    /// Returns an error if the detail is missing or is not a `T`.
    pub fn member<T: ReceivedDetail>(&self, name: &str) -> Result<T, UnreadableDetails> {
        let object = self.object.as_ref().map_err(|error| self.unreadable(String::new(), error))?;
        self.read(name, object.get(name).map(|json| json.get()))
    }

    /// Reads all details as one value. An optional one may be missing.
    ///
    /// # Errors
    ///
    /// Returns an error if they are missing or are not a `T`.
    pub fn whole<T: ReceivedDetail>(&self) -> Result<T, UnreadableDetails> {
        self.read("", self.json)
    }

    /// Reads the value at the path `name`.
    fn read<T: ReceivedDetail>(&self, name: &str, json: Option<&str>) -> Result<T, UnreadableDetails> {
        let Some(json) = json else {
            let reason = if name.is_empty() { "they are missing" } else { "it is missing" };
            // A detail that is null is not sent.
            let null: UnitDeserializer<serde_json::Error> = ().into_deserializer();
            return T::deserialize(null).map_err(|_| self.unreadable(name.to_string(), &reason));
        };
        serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_str(json)).map_err(|error| {
            let path = match error.path().to_string() {
                whole if whole == "." => name.to_string(),
                index if name.is_empty() || index.starts_with('[') => format!("{name}{index}"),
                member => format!("{name}.{member}"),
            };
            self.unreadable(path, error.inner())
        })
    }

    fn unreadable(&self, path: String, reason: &dyn fmt::Display) -> UnreadableDetails {
        let reason = reason.to_string();
        // The position is one in the value, which is not shown.
        let reason = reason.rfind(" at line ").map_or(&*reason, |at| &reason[..at]).to_string();
        UnreadableDetails { code: self.code.to_string(), path, reason }
    }
}
