//! An error with a message of one call.

use alloc::borrow::Cow;
use alloc::string::String;
use core::error::Error;
use core::fmt;
use core::time::Duration;

use super::{StudioErrorCode, message};
use crate::code::{CodeList, CodeSet, ErrorInfo, Kind};
use crate::wire::details::Details;

/// An error with a message of this call: see [`StudioErrorCode::with_message`].
///
/// All facts, the details and the time to wait are those of the error. [`source`](Error::source) is its source. It is a
/// [`Member`](crate::Member) of each set of which the error is a member, converts wherever the error does, and serializes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WithMessage<E> {
    pub(super) error: E,
    message: Cow<'static, str>,
}

impl<E> WithMessage<E> {
    pub(super) fn new(error: E, message: Cow<'static, str>) -> Self {
        Self { error, message }
    }

    /// The error without the message.
    #[must_use]
    pub fn into_inner(self) -> E {
        self.error
    }

    /// The text, unless it is blank.
    fn text(&self) -> Option<&str> {
        Some(&*self.message).filter(|text| !text.trim().is_empty())
    }
}

impl<E: StudioErrorCode> StudioErrorCode for WithMessage<E> {
    fn info(&self) -> ErrorInfo {
        self.error.info()
    }

    fn message(&self) -> Cow<'_, str> {
        message(self)
    }

    fn own_message(&self) -> Option<Cow<'_, str>> {
        self.text().map(Cow::Borrowed).or_else(|| self.error.own_message())
    }

    fn retry_after(&self) -> Option<Duration> {
        self.error.retry_after()
    }

    fn details_json(&self) -> Option<String> {
        self.error.details_json()
    }

    fn write_details<'a>(&'a self, details: &mut Details<'a>) {
        self.error.write_details(details);
    }
}

/// The text. If it is blank, the text of the error.
impl<E: fmt::Display> fmt::Display for WithMessage<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text() {
            Some(text) => f.pad(text),
            None => self.error.fmt(f),
        }
    }
}

impl<E: Error> Error for WithMessage<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.error.source()
    }
}

impl<E: CodeSet> CodeSet for WithMessage<E> {
    const CODES: CodeList = E::CODES;
}

impl<E: Kind> Kind for WithMessage<E> {
    type Kind = E::Kind;

    fn kind(&self) -> E::Kind {
        self.error.kind()
    }
}
