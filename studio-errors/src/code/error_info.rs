//! What is known about one code.

use core::fmt;

use super::{Category, Code};
use crate::text::constant::equal;

/// What is known about one code: its http status, category, name, description and resolution.
///
/// ```
/// use studio_errors::{catalog::QuotaError, StudioErrorCode};
///
/// let info = QuotaError::InsufficientCredits.info();
/// assert_eq!(info.code(), "STUDIO_1601");
/// assert_eq!(info.http(), 402);
/// assert_eq!(info.category().slug(), "quota");
/// assert_eq!(info.name(), "INSUFFICIENT_CREDITS");
/// assert_eq!(info.description(), "Insufficient AI credits in wallet for this generation");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ErrorInfo(pub(crate) &'static Row);

/// One row of the table of a type.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Row {
    pub(crate) code: Code,
    pub(crate) http: u16,
    pub(crate) category: &'static Category,
    pub(crate) name: &'static str,
    pub(crate) description: &'static str,
    pub(crate) resolution: &'static str,
    pub(crate) json: &'static str,
}

impl ErrorInfo {
    /// The code that clients match on.
    #[must_use]
    pub const fn code(self) -> Code {
        self.0.code
    }

    /// The HTTP status of the response, from 400 to 599.
    #[must_use]
    pub const fn http(self) -> u16 {
        self.0.http
    }

    /// The category that owns the number.
    #[must_use]
    pub const fn category(self) -> &'static Category {
        self.0.category
    }

    /// The name, in `SCREAMING_SNAKE_CASE`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0.name
    }

    /// The public message: what happened, in words for the client.
    #[must_use]
    pub const fn description(self) -> &'static str {
        self.0.description
    }

    /// What the client can do about it; empty if nothing is stated.
    #[must_use]
    pub const fn resolution(self) -> &'static str {
        self.0.resolution
    }

    /// The error body with the description as its message.
    pub(crate) const fn json(self) -> &'static str {
        self.0.json
    }

    /// Whether the client receives the description and nothing else.
    pub(crate) const fn is_internal(self) -> bool {
        self.http() >= 500
    }

    /// Whether both state the same facts: several types may report one code if these agree.
    pub(crate) const fn agrees(self, other: Self) -> bool {
        self.http() == other.http()
            && equal(self.name(), other.name())
            && equal(self.category().slug(), other.category().slug())
    }
}

impl fmt::Debug for ErrorInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorInfo")
            .field("code", &self.code())
            .field("http", &self.http())
            .field("category", &self.category().slug())
            .field("name", &self.name())
            .field("description", &self.description())
            .field("resolution", &self.resolution())
            .finish()
    }
}
