//! The error body, for reading and writing.

mod details;

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;
use core::time::Duration;

use serde_core::de::{self, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};
use serde_core::ser::SerializeStruct;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

pub use self::details::NoDetails;
use self::details::{Details, ReadDetails};
use super::envelope::Values;
use super::serialize::InEnvelope;
use crate::code::{CatalogFacts, CodeSet, ErrorInfo, FromCode, is_retryable_status};
use crate::text::escape::Terminal;

/// The body of an error response, for a client to read: `{"error":{"code":"STUDIO_1601","message":"..","http":402}}`.
///
/// It can be read from any serde format, and borrows text if the format allows it. Unknown members are ignored, so that a
/// service can add members.
///
/// ```
/// use studio_errors::ErrorBody;
/// use studio_errors::catalog::{QuotaError, StudioError};
///
/// let json = r#"{"error":{"code":"STUDIO_1601","message":"Insufficient AI credits","http":402},"request_id":"7f"}"#;
/// let body: ErrorBody = serde_json::from_str(json)?;
///
/// match body.known() {
///     Some(StudioError::Quota(QuotaError::InsufficientCredits)) => println!("buy some credits"),
///     Some(_) if body.retryable() => println!("try again"),
///     Some(error) => println!("{error}"),
///     None => println!("{}: {}", body.code, body.message),
/// }
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Details
///
/// `D` is the type of the details. The default, [`NoDetails`], ignores them. Any other type is deserialized by serde, so details of another
/// type are an error. The details depend on the code, so read the body without them first, then with the type for its code.
///
/// ```
/// use studio_errors::ErrorBody;
/// use studio_errors::catalog::QuotaError;
///
/// #[derive(serde::Deserialize)]
/// struct Credits {
///     have: u32,
///     need: u32,
/// }
///
/// let json = r#"{"error":{"code":"STUDIO_1601","message":"no credits","http":402,"details":{"have":3,"need":20}}}"#;
/// let body: ErrorBody = serde_json::from_str(json)?;
/// assert_eq!(body.known(), Some(QuotaError::InsufficientCredits));
///
/// let body: ErrorBody<Credits> = serde_json::from_str(json)?;
/// let Credits { have, need } = body.details.unwrap();
/// assert_eq!(need - have, 17);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorBody<'a, D = NoDetails> {
    /// The code. It may be unknown to this client.
    pub code: Cow<'a, str>,
    /// The message.
    pub message: Cow<'a, str>,
    /// The HTTP status.
    pub http: u16,
    /// The details. `None` if there are none, or if `D` is [`NoDetails`].
    pub details: Option<D>,
    /// The id of the request in the logs of the service, if the service supplies one.
    pub request_id: Option<Cow<'a, str>>,
    /// The time in the `Retry-After` header of the response.
    pub(crate) retry_after: Option<Duration>,
    pub(crate) origin: Origin,
}

/// The source of a body.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Origin {
    /// The members.
    Body,
    /// A body of this catalog without a code. `code` is the name of the error.
    Named(&'static CatalogFacts),
    /// An error whose catalog has another envelope.
    Error(ErrorInfo),
}

/// Two bodies are equal if their members are equal.
impl PartialEq for Origin {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Origin {}

impl<'a> ErrorBody<'a> {
    /// Creates a body without details and request id.
    #[must_use]
    pub fn new(code: impl Into<Cow<'a, str>>, message: impl Into<Cow<'a, str>>, http: u16) -> Self {
        Self {
            code: code.into(),
            message: message.into(),
            http,
            details: None,
            request_id: None,
            retry_after: None,
            origin: Origin::Body,
        }
    }
}

impl<'a, D> ErrorBody<'a, D> {
    /// Returns the same body with these details, of any type.
    ///
    /// ```
    /// use studio_errors::ErrorBody;
    ///
    /// let body = ErrorBody::new("STUDIO_1601", "no credits", 402).with_details([3, 20]);
    /// let json = r#"{"error":{"code":"STUDIO_1601","message":"no credits","http":402,"details":[3,20]}}"#;
    /// assert_eq!(serde_json::to_string(&body)?, json);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn with_details<E>(self, details: E) -> ErrorBody<'a, E> {
        self.replace_details(Some(details))
    }

    /// Returns the same body with other details.
    pub(super) fn replace_details<E>(self, details: Option<E>) -> ErrorBody<'a, E> {
        let Self { code, message, http, details: _, request_id, retry_after, origin } = self;
        ErrorBody { code, message, http, details, request_id, retry_after, origin }
    }

    /// Maps the code to a value of `T`. Returns `None` if `T` does not have the code, which may be newer than this client. For an
    /// error with fields, `T` is its [`Kind`](crate::Kind).
    ///
    /// ```
    /// use studio_errors::ErrorBody;
    /// use studio_errors::catalog::QuotaError;
    ///
    /// let body = ErrorBody::new("STUDIO_1601", "no credits", 402);
    /// assert_eq!(body.known(), Some(QuotaError::InsufficientCredits));
    /// ```
    #[must_use]
    pub fn known<T: FromCode>(&self) -> Option<T> {
        match self.origin {
            Origin::Named(catalog) => T::from_code(T::CODES.named(&self.code, catalog)?.code().as_str()),
            Origin::Body | Origin::Error(_) => T::from_code(&self.code),
        }
    }

    /// Whether the same request may succeed later: after the time in the `Retry-After` header, or after a backoff that grows
    /// with each attempt.
    ///
    /// For a code of `S`, this is [`ErrorInfo::retryable`](crate::ErrorInfo::retryable). For any other code, it depends on the
    /// status in the body: 408, 425, 429, 500, 502, 503 and 504 are retryable. Whether a request may be sent twice
    /// depends on its method ([RFC 9110, section 9.2.2](https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2)).
    ///
    /// ```
    /// use studio_errors::{ErrorBody, StudioErrorCode};
    ///
    /// #[derive(StudioErrorCode)]
    /// #[studio(category = "quota")]
    /// enum WalletError {
    ///     /// The wallet is being moved
    ///     #[studio(code = 1650, http = 409, retryable = true)]
    ///     Moving,
    /// }
    ///
    /// let moving = ErrorBody::new("STUDIO_1650", "The wallet is being moved", 409);
    /// assert!(moving.retryable_in::<WalletError>());
    /// let unknown = ErrorBody::new("STUDIO_1651", "The wallet is closed", 409);
    /// assert!(!unknown.retryable_in::<WalletError>());
    /// ```
    #[must_use]
    pub fn retryable_in<S: CodeSet>(&self) -> bool {
        let info = match self.origin {
            Origin::Named(catalog) => S::CODES.named(&self.code, catalog),
            Origin::Body | Origin::Error(_) => S::CODES.get(&self.code),
        };
        match info {
            Some(info) => info.retryable(),
            None => is_retryable_status(self.http),
        }
    }

    /// Converts the body into one that owns its text.
    #[must_use]
    pub fn into_owned(self) -> ErrorBody<'static, D> {
        ErrorBody {
            code: Cow::Owned(self.code.into_owned()),
            message: Cow::Owned(self.message.into_owned()),
            http: self.http,
            details: self.details,
            request_id: self.request_id.map(|id| Cow::Owned(id.into_owned())),
            retry_after: self.retry_after,
            origin: self.origin,
        }
    }
}

/// An [`ErrorBody`] that owns its text, for functions that cannot borrow from their input: `serde_json::from_reader`,
/// `serde_json::from_value`, and `json` of reqwest.
///
/// ```
/// use studio_errors::OwnedErrorBody;
///
/// let value = serde_json::json!({"error": {"code": "STUDIO_1600", "message": "slow down", "http": 429}});
/// let body: OwnedErrorBody = serde_json::from_value(value)?;
/// assert!(body.retryable());
/// # Ok::<(), serde_json::Error>(())
/// ```
// This is a separate type, because `ErrorBody` borrows from its input and does not implement `DeserializeOwned`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedErrorBody<D = NoDetails>(pub ErrorBody<'static, D>);

impl<D> Deref for OwnedErrorBody<D> {
    type Target = ErrorBody<'static, D>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<D> From<ErrorBody<'_, D>> for OwnedErrorBody<D> {
    fn from(body: ErrorBody<'_, D>) -> Self {
        Self(body.into_owned())
    }
}

impl<D> From<OwnedErrorBody<D>> for ErrorBody<'static, D> {
    fn from(body: OwnedErrorBody<D>) -> Self {
        body.0
    }
}

/// The code and the message on one line: `STUDIO_1601: no credits`. Control characters of the message are escaped.
impl<D> fmt::Display for ErrorBody<'_, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", Terminal(&self.code), Terminal(&self.message))
    }
}

/// The `Display` text of the [`ErrorBody`].
impl<D> fmt::Display for OwnedErrorBody<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<D: fmt::Debug> core::error::Error for ErrorBody<'_, D> {}

impl<D: fmt::Debug> core::error::Error for OwnedErrorBody<D> {}

impl<D: Serialize> Serialize for OwnedErrorBody<D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, D: ReadDetails<'de>> Deserialize<'de> for OwnedErrorBody<D> {
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        ErrorBody::deserialize(deserializer).map(|body| Self(body.into_owned()))
    }
}

const OUTER: &[&str] = &["error"];
const INNER: &[&str] = &["code", "message", "http", "details", "request_id"];

impl<D: Serialize> Serialize for ErrorBody<'_, D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Members<'a, D>(&'a ErrorBody<'a, D>);

        impl<D: Serialize> Serialize for Members<'_, D> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                // A format without names identifies a member by its index, so no member can be omitted.
                let has_all = !serializer.is_human_readable();
                let (has_details, has_id) =
                    (has_all || self.0.details.is_some(), has_all || self.0.request_id.is_some());
                let len = 3 + usize::from(has_details) + usize::from(has_id);
                let mut members = serializer.serialize_struct("ErrorBody", len)?;
                members.serialize_field("code", &self.0.code)?;
                members.serialize_field("message", &self.0.message)?;
                members.serialize_field("http", &self.0.http)?;
                if has_details {
                    members.serialize_field("details", &self.0.details)?;
                }
                if has_id {
                    members.serialize_field("request_id", &self.0.request_id)?;
                }
                members.end()
            }
        }

        if let Origin::Error(info) = self.origin {
            let members = super::members::Members {
                request_id: self.request_id.as_deref(),
                ..super::members::Members::default()
            };
            let of_error = Values::of(info, &self.message, &members);
            let values = Values { code: &self.code, http: self.http, ..of_error };
            return InEnvelope::new(info.catalog().template(), &values, self.details.as_ref()).serialize(serializer);
        }
        let mut body = serializer.serialize_struct("ErrorBody", 1)?;
        body.serialize_field("error", &Members(self))?;
        body.end()
    }
}

impl<'de: 'a, 'a, D: ReadDetails<'de>> Deserialize<'de> for ErrorBody<'a, D> {
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        deserializer.deserialize_struct("ErrorBody", OUTER, Outer(PhantomData))
    }
}

/// `{"error":..}`
struct Outer<'a, D>(PhantomData<ErrorBody<'a, D>>);

impl<'de: 'a, 'a, D: ReadDetails<'de>> Visitor<'de> for Outer<'a, D> {
    type Value = ErrorBody<'a, D>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the member `error`")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut members: M) -> Result<Self::Value, M::Error> {
        let mut error = None;
        while let Some(member) = members.next_key_seed(Member(OUTER))? {
            match member {
                Some(_) if error.is_some() => return Err(de::Error::duplicate_field("error")),
                Some(_) => error = Some(members.next_value_seed(Inner(PhantomData))?),
                None => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        error.ok_or_else(|| de::Error::missing_field("error"))
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut members: S) -> Result<Self::Value, S::Error> {
        members.next_element_seed(Inner(PhantomData))?.ok_or_else(|| de::Error::missing_field("error"))
    }
}

/// `{"code":..,"message":..,"http":..}`
struct Inner<'a, D>(PhantomData<ErrorBody<'a, D>>);

impl<'de: 'a, 'a, D: ReadDetails<'de>> DeserializeSeed<'de> for Inner<'a, D> {
    type Value = ErrorBody<'a, D>;

    fn deserialize<T: Deserializer<'de>>(self, deserializer: T) -> Result<Self::Value, T::Error> {
        deserializer.deserialize_struct("ErrorBody", INNER, self)
    }
}

impl<'de: 'a, 'a, D: ReadDetails<'de>> Visitor<'de> for Inner<'a, D> {
    type Value = ErrorBody<'a, D>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`error` as an object with the members `code`, `message` and `http`")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut members: M) -> Result<Self::Value, M::Error> {
        let (mut code, mut message, mut http, mut details, mut request_id) = (None, None, None, None, None);
        while let Some(member) = members.next_key_seed(Member(INNER))? {
            match member {
                Some("code") if code.is_none() => code = Some(members.next_value_seed(CODE)?),
                Some("message") if message.is_none() => message = Some(members.next_value_seed(MESSAGE)?),
                Some("http") if http.is_none() => http = Some(members.next_value_seed(Status)?),
                Some("details") if details.is_none() => {
                    details = Some(members.next_value_seed(Details(PhantomData))?);
                }
                Some("request_id") if request_id.is_none() => request_id = Some(members.next_value_seed(REQUEST_ID)?),
                Some(repeated) => return Err(de::Error::duplicate_field(repeated)),
                None => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(ErrorBody {
            code: code.ok_or_else(|| de::Error::missing_field("code"))?,
            message: message.ok_or_else(|| de::Error::missing_field("message"))?,
            http: http.ok_or_else(|| de::Error::missing_field("http"))?,
            details: details.flatten(),
            request_id: request_id.flatten(),
            retry_after: None,
            origin: Origin::Body,
        })
    }

    /// Formats without names write the members in order.
    fn visit_seq<S: SeqAccess<'de>>(self, mut members: S) -> Result<Self::Value, S::Error> {
        Ok(ErrorBody {
            code: members.next_element_seed(CODE)?.ok_or_else(|| de::Error::missing_field("code"))?,
            message: members.next_element_seed(MESSAGE)?.ok_or_else(|| de::Error::missing_field("message"))?,
            http: members.next_element_seed(Status)?.ok_or_else(|| de::Error::missing_field("http"))?,
            details: members.next_element_seed(Details(PhantomData))?.flatten(),
            request_id: members.next_element_seed(REQUEST_ID)?.flatten(),
            retry_after: None,
            origin: Origin::Body,
        })
    }
}

/// The name of a member. `None` if it is unknown.
struct Member(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Member {
    type Value = Option<&'static str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Member {
    type Value = Option<&'static str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Self::Value, E> {
        self.visit_bytes(name.as_bytes())
    }

    fn visit_bytes<E: de::Error>(self, name: &[u8]) -> Result<Self::Value, E> {
        Ok(self.0.iter().copied().find(|known| known.as_bytes() == name))
    }

    fn visit_u64<E: de::Error>(self, place: u64) -> Result<Self::Value, E> {
        Ok(usize::try_from(place).ok().and_then(|place| self.0.get(place)).copied())
    }
}

/// Reads a string, borrowed if possible. The field describes it in error messages.
struct Text<'a>(&'static str, PhantomData<&'a str>);

const CODE: Text<'_> = Text("`code` as a string", PhantomData);
const MESSAGE: Text<'_> = Text("`message` as a string", PhantomData);

impl<'de: 'a, 'a> DeserializeSeed<'de> for Text<'a> {
    type Value = Cow<'a, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de: 'a, 'a> Visitor<'de> for Text<'a> {
    type Value = Cow<'a, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text))
    }
}

/// Reads an optional string.
struct Optional<'a>(Text<'a>);

const REQUEST_ID: Optional<'_> = Optional(Text("`request_id` as a string", PhantomData));

impl<'de: 'a, 'a> DeserializeSeed<'de> for Optional<'a> {
    type Value = Option<Cow<'a, str>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de: 'a, 'a> Visitor<'de> for Optional<'a> {
    type Value = Option<Cow<'a, str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_none<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        self.0.deserialize(deserializer).map(Some)
    }
}

/// The HTTP status.
struct Status;

impl<'de> DeserializeSeed<'de> for Status {
    type Value = u16;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_u16(self)
    }
}

impl Visitor<'_> for Status {
    type Value = u16;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`http` as an integer from 0 to 65535")
    }

    fn visit_u64<E: de::Error>(self, http: u64) -> Result<Self::Value, E> {
        u16::try_from(http).map_err(|_| de::Error::invalid_value(Unexpected::Unsigned(http), &self))
    }

    fn visit_i64<E: de::Error>(self, http: i64) -> Result<Self::Value, E> {
        u16::try_from(http).map_err(|_| de::Error::invalid_value(Unexpected::Signed(http), &self))
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::ToString;

    use serde_core::de::IntoDeserializer;
    use serde_core::de::value::Error;

    use super::*;

    #[test]
    fn a_member_is_identified_by_its_name_or_its_index() {
        let by_name =
            |name: &str| Member(INNER).deserialize(IntoDeserializer::<Error>::into_deserializer(name)).unwrap();
        assert_eq!([by_name("code"), by_name("http"), by_name("https")], [Some("code"), Some("http"), None]);
        let by_place =
            |place: u64| Member(INNER).deserialize(IntoDeserializer::<Error>::into_deserializer(place)).unwrap();
        assert_eq!(
            [by_place(0), by_place(2), by_place(3), by_place(5), by_place(u64::MAX)],
            [Some("code"), Some("http"), Some("details"), None, None]
        );
        let mistake = Member(INNER).deserialize(IntoDeserializer::<Error>::into_deserializer(true)).unwrap_err();
        assert_eq!(mistake.to_string(), "invalid type: boolean `true`, expected the name of a member");
    }

    #[test]
    fn a_repeated_member_is_an_error() {
        let members =
            [r#""code":"A_1""#, r#""message":"m""#, r#""http":402"#, r#""details":{}"#, r#""request_id":"7""#];
        for (i, name) in INNER.iter().enumerate() {
            let json = format!(r#"{{"error":{{{},{}}}}}"#, members.join(","), members[i]);
            let mistake = serde_json::from_str::<ErrorBody<'_>>(&json).unwrap_err().to_string();
            assert!(mistake.starts_with(&format!("duplicate field `{name}`")), "{mistake}");
        }
        let inner = members.join(",");
        let json = format!(r#"{{"error":{{{inner}}},"error":{{{inner}}}}}"#);
        let mistake = serde_json::from_str::<ErrorBody<'_>>(&json).unwrap_err().to_string();
        assert!(mistake.starts_with("duplicate field `error`"), "{mistake}");
    }
}
