//! The trait of coded errors.

mod member;
mod with_message;

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::{self, Write};
use core::time::Duration;

pub use self::member::Member;
pub use self::with_message::WithMessage;
use crate::code::{Code, ErrorInfo, for_pointers};
use crate::wire::details::Details;
use crate::wire::envelope::Members;
use crate::wire::json;

/// An error with a code, and the facts of the code: status, texts, error body.
///
/// Derive it: see [the derive](derive@crate::StudioErrorCode). It is usable as `dyn StudioErrorCode`.
///
/// ```
/// use studio_errors::{catalog::QuotaError, StudioErrorCode};
///
/// fn log_line(error: &dyn StudioErrorCode) -> String {
///     format!("{} {} {}", error.http(), error.code(), error.info().name())
/// }
///
/// assert_eq!(log_line(&QuotaError::FeatureDisabled), "403 STUDIO_1603 FEATURE_DISABLED");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no error codes",
    label = "not a `StudioErrorCode`",
    note = "add `#[derive(StudioErrorCode)]` to `{Self}`"
)]
pub trait StudioErrorCode {
    /// The facts of the code of this error.
    fn info(&self) -> ErrorInfo;

    /// The code that clients match on.
    fn code(&self) -> Code {
        self.info().code()
    }

    /// The HTTP status, 400 to 599.
    fn http(&self) -> u16 {
        self.info().http()
    }

    /// The message of this value: the `Display` text of a variant with the key `display`, otherwise the description. Every body is
    /// rendered from it. The body of an internal error has the description instead.
    fn message(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.info().description())
    }

    /// The message, if it is not the description. The derive implements it, so that a constant body needs no comparison of texts.
    #[doc(hidden)]
    fn own_message(&self) -> Option<Cow<'_, str>> {
        Some(self.message()).filter(|message| *message != self.info().description())
    }

    /// How long the client should wait before it tries again, if the value knows.
    fn retry_after(&self) -> Option<Duration> {
        None
    }

    /// The details of this value as one JSON object, `{"have":3,"need":20}`: the fields with the key `detail` (feature
    /// `details`). `None` if the variant has no such field.
    ///
    /// The text is copied into the body, so an implementation by hand must return valid JSON. The body of an internal error never
    /// has details.
    fn details_json(&self) -> Option<String> {
        details_json(self)
    }

    /// Writes the fields with the key `detail`, or the one with the key `details`. Only the derive implements it.
    #[doc(hidden)]
    fn write_details<'a>(&'a self, _: &mut Details<'a>) {}

    /// The same error with `text` as its message, for a code whose text depends on the call, or is translated.
    ///
    /// An internal error keeps its description, and the text goes to the log. So does an error with a blank text.
    ///
    /// ```
    /// use studio_errors::{catalog::ImageError, StudioErrorCode};
    ///
    /// let error = ImageError::InvalidPrompt.with_message("the prompt has 9,000 characters, 4,000 are allowed");
    /// assert_eq!(error.message(), "the prompt has 9,000 characters, 4,000 are allowed");
    /// assert_eq!(error.code(), ImageError::INVALID_PROMPT);
    /// ```
    fn with_message(self, text: impl Into<Cow<'static, str>>) -> WithMessage<Self>
    where
        Self: Sized,
    {
        WithMessage::new(self, text.into())
    }

    /// The error body as JSON. It is borrowed, without an allocation, unless the variant has the key `display` or fields with
    /// the key `detail`.
    ///
    /// ```
    /// use studio_errors::{catalog::RenderError, StudioErrorCode};
    ///
    /// assert_eq!(
    ///     RenderError::JobNotFound.to_json(),
    ///     r#"{"error":{"code":"STUDIO_1500","message":"Render job does not exist","http":404}}"#,
    /// );
    /// ```
    fn to_json(&self) -> Cow<'static, str> {
        to_json(self)
    }
}

/// The error body of any error.
// If it were inlined, the constant bodies of the other variants would not be evaluated at compile time.
#[inline(never)]
pub fn to_json(error: &(impl StudioErrorCode + ?Sized)) -> Cow<'static, str> {
    let Public { info, message, details } = Public::of(error);
    json::body(info, message.as_deref(), &Members { details: details.as_deref(), ..Members::default() })
}

/// What clients see of an error, on every transport. An internal error shows no value.
pub(crate) struct Public<'a> {
    pub(crate) info: ErrorInfo,
    /// `None` if it is the description.
    pub(crate) message: Option<Cow<'a, str>>,
    /// A JSON object.
    pub(crate) details: Option<String>,
}

impl<'a> Public<'a> {
    #[inline]
    pub(crate) fn of(error: &'a (impl StudioErrorCode + ?Sized)) -> Self {
        let info = error.info();
        Self { info, message: own_message(error, info), details: error.details_json().filter(|_| !info.is_internal()) }
    }
}

/// The message that clients see. For an internal error, it is the description.
#[must_use]
pub fn message(error: &(impl StudioErrorCode + ?Sized)) -> Cow<'_, str> {
    let info = error.info();
    own_message(error, info).unwrap_or(Cow::Borrowed(info.description()))
}

#[expect(clippy::inline_always)]
#[inline(always)]
fn own_message(error: &(impl StudioErrorCode + ?Sized), info: ErrorInfo) -> Option<Cow<'_, str>> {
    match error.own_message() {
        // Most errors have none, and then nothing else is looked up.
        Some(message) if !info.is_internal() => Some(message),
        _ => None,
    }
}

/// The `Display` text of a value. `None` if it fails.
pub fn display<'a>(display: &dyn fmt::Display) -> Option<Cow<'a, str>> {
    // Most messages are shorter.
    let mut text = String::with_capacity(64);
    write!(text, "{display}").ok()?;
    Some(Cow::Owned(text))
}

/// The fields of the details. `None` if there are none, or if the error is internal.
#[cfg(feature = "details")]
pub(crate) fn details(error: &(impl StudioErrorCode + ?Sized)) -> Option<Details<'_>> {
    Details::of(error.info(), |details| error.write_details(details))
}

/// The details as JSON. `None` if there are none, or if the error is internal. Without the feature `details`, no error has fields with
/// details.
#[cfg_attr(not(feature = "details"), expect(unused_variables))]
#[must_use]
pub fn details_json(error: &(impl StudioErrorCode + ?Sized)) -> Option<String> {
    #[cfg(feature = "details")]
    return details(error)?.into_json();
    #[cfg(not(feature = "details"))]
    None
}

for_pointers!([T: StudioErrorCode + ?Sized] StudioErrorCode {
    fn info(&self) -> ErrorInfo {
        T::info(self)
    }

    fn message(&self) -> Cow<'_, str> {
        T::message(self)
    }

    fn own_message(&self) -> Option<Cow<'_, str>> {
        T::own_message(self)
    }

    fn retry_after(&self) -> Option<Duration> {
        T::retry_after(self)
    }

    fn details_json(&self) -> Option<String> {
        T::details_json(self)
    }

    fn write_details<'a>(&'a self, details: &mut Details<'a>) {
        T::write_details(self, details);
    }
});
