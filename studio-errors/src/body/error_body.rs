//! The error body, and its methods.

use alloc::borrow::Cow;
use core::fmt;
use core::ops::Deref;
use core::time::Duration;

#[cfg(feature = "details")]
use super::received::{Incoming, Received, UnreadableDetails};
use crate::code::{CatalogFacts, CodeOrName, CodeSet, ErrorInfo, FromCode, is_retryable_status};
use crate::error::{Public, StudioErrorCode};
use crate::text::escape::Terminal;
use crate::wire::{NoDetails, RawDetails};

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
///     Some(_) if body.retryable_in::<StudioError>() => println!("try again"),
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
    pub(super) retry_after: Option<Duration>,
    pub(super) origin: Origin,
}

/// What decides how the code is looked up, and how the body is written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Origin {
    /// Only the members.
    Members,
    /// A body of this catalog whose envelope has only the name. `code` is the name.
    #[cfg(feature = "details")]
    Name(&'static CatalogFacts),
    /// An error whose catalog has an envelope.
    Error(ErrorInfo),
}

impl PartialEq for Origin {
    fn eq(&self, other: &Self) -> bool {
        let is_same = |a: &CatalogFacts, b| a.difference(b).is_none();
        match (*self, *other) {
            (Self::Members, Self::Members) => true,
            #[cfg(feature = "details")]
            (Self::Name(a), Self::Name(b)) => is_same(a, b),
            (Self::Error(a), Self::Error(b)) => a == b && is_same(a.catalog(), b.catalog()),
            _ => false,
        }
    }
}

impl Eq for Origin {}

impl<'a> ErrorBody<'a> {
    /// Creates a body without details and request id.
    #[must_use]
    pub fn new(code: impl Into<Cow<'a, str>>, message: impl Into<Cow<'a, str>>, http: u16) -> Self {
        let (code, message) = (code.into(), message.into());
        Self { code, message, http, details: None, request_id: None, retry_after: None, origin: Origin::Members }
    }
}

/// Bodies with the details as JSON.
impl<'a> ErrorBody<'a, RawDetails> {
    /// The error body of `error`, with its details. The message of an internal error is the description, and it has no details.
    ///
    /// It serializes in the envelope of the catalog of `error`, as the error itself does.
    ///
    /// ```
    /// use studio_errors::{ErrorBody, catalog::QuotaError};
    ///
    /// let body = ErrorBody::of(&QuotaError::FeatureDisabled);
    /// assert_eq!((&*body.code, body.http), ("STUDIO_1603", 403));
    /// ```
    #[must_use]
    pub fn of(error: &'a (impl StudioErrorCode + ?Sized)) -> Self {
        let Public { info, message, details } = Public::of(error);
        let message = message.unwrap_or(Cow::Borrowed(info.description()));
        Self::of_error(error, message, details.and_then(RawDetails::from_json))
    }

    /// Returns the variant of `T` with the code of this body, and with its details as fields. If several variants have the code, it is
    /// the first one that the details fit. The result is `None` if `T` does not have the code, which may be newer than this client.
    ///
    /// # Errors
    ///
    /// Returns an error if the details do not fit: one is missing or has another type.
    #[cfg(feature = "details")]
    pub fn received<T: Received>(&self) -> Result<Option<T>, UnreadableDetails> {
        T::received(&Incoming { error: self.key(), details: self.details.as_ref() })
    }
}

impl<'a, D> ErrorBody<'a, D> {
    /// The body of `error` with this public message and these public details.
    pub(super) fn of_error(
        error: &'a (impl StudioErrorCode + ?Sized),
        message: Cow<'a, str>,
        details: Option<D>,
    ) -> Self {
        let info = error.info();
        let origin = if info.catalog().envelope.is_some() { Origin::Error(info) } else { Origin::Members };
        let (code, http, retry_after) = (info.code().as_str().into(), info.http(), error.retry_after());
        Self { code, message, http, details, request_id: None, retry_after, origin }
    }

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
    #[must_use]
    pub fn known<T: FromCode>(&self) -> Option<T> {
        self.key().find()
    }

    /// Whether the same request may succeed later: after the time in the `Retry-After` header, or after a backoff that grows
    /// with each attempt.
    ///
    /// For a code of `S`, this is [`ErrorInfo::retryable`](crate::ErrorInfo::retryable). For any other code, it depends on the
    /// status in the body: 408, 425, 429, 500, 502, 503 and 504 are retryable. Whether a request may be sent twice
    /// depends on its method ([RFC 9110, section 9.2.2](https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2)).
    ///
    /// ```
    /// use studio_errors::ErrorBody;
    /// use studio_errors::catalog::StudioError;
    ///
    /// let quota = ErrorBody::new("STUDIO_1602", "quota exceeded", 429);
    /// assert!(!quota.retryable_in::<StudioError>());
    /// let unknown = ErrorBody::new("STUDIO_1699", "slow down", 429);
    /// assert!(unknown.retryable_in::<StudioError>());
    /// ```
    #[must_use]
    pub fn retryable_in<S: CodeSet>(&self) -> bool {
        self.key().info(S::CODES).map_or(is_retryable_status(self.http), ErrorInfo::retryable)
    }

    /// The time that the client is asked to wait before it tries again: that of the error, in the `Retry-After` header of a response
    /// (a date is relative to its `Date` header, or without it to the clock of this machine), or in the `google.rpc.RetryInfo` of a
    /// gRPC status.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// What identifies the error.
    fn key(&self) -> CodeOrName<'_> {
        match self.origin {
            #[cfg(feature = "details")]
            Origin::Name(catalog) => CodeOrName::Name(&self.code, catalog),
            _ => CodeOrName::Code(&self.code),
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
/// use studio_errors::catalog::StudioError;
///
/// let value = serde_json::json!({"error": {"code": "STUDIO_1600", "message": "slow down", "http": 429}});
/// let body: OwnedErrorBody = serde_json::from_value(value)?;
/// assert!(body.retryable_in::<StudioError>());
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
