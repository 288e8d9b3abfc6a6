//! What is known of one code.

use crate::code::Category;
use crate::code::Code;

/// What is known of one code: http, category, name, description and resolution.
///
/// ```
/// use studio_errors::{catalog::QuotaError, StudioErrorCode};
///
/// let info = QuotaError::InsufficientCredits.info();
/// assert_eq!(info.code, "STUDIO_1601");
/// assert_eq!(info.http, 402);
/// assert_eq!(info.category.slug(), "quota");
/// assert_eq!(info.name, "INSUFFICIENT_CREDITS");
/// assert_eq!(info.description, "Insufficient AI credits in wallet for this generation");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ErrorInfo {
    /// The code that clients match on.
    pub code: Code,
    /// The HTTP status that the error is answered with, 400 to 599.
    pub http: u16,
    /// The category that owns the number.
    pub category: &'static Category,
    /// The name, in `SCREAMING_SNAKE_CASE`.
    pub name: &'static str,
    /// What happened, in words for the client.
    pub description: &'static str,
    /// What the client can do about it; empty when nothing is stated.
    pub resolution: &'static str,
    pub(crate) json: &'static str,
}

impl ErrorInfo {
    /// Whether the client hears the description and nothing else.
    pub(crate) const fn is_internal(&self) -> bool {
        self.http >= 500
    }

    /// Whether both are the same fact: a code may be reported from many places as long as these agree.
    pub(crate) const fn agrees(&self, other: &Self) -> bool {
        use crate::text::constant::equal;
        self.http == other.http && equal(self.name, other.name) && equal(self.category.slug(), other.category.slug())
    }
}
