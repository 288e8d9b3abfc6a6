//! Whether a published error is retryable.

use super::StudioError;
use crate::wire::{ErrorBody, Origin};

impl<D> ErrorBody<'_, D> {
    /// Whether the same request may succeed later, according to the published catalog. This is
    /// [`retryable_in`](Self::retryable_in) with the codes of [`StudioError`]. For a body that [`of`](ErrorBody::of) made from an error
    /// of a catalog with another envelope, it is the policy of that error.
    ///
    /// `STUDIO_1600` (a rate limit) and `STUDIO_1602` (a monthly quota) have the status 429, but only the first is retryable.
    ///
    /// ```
    /// use studio_errors::ErrorBody;
    /// use studio_errors::catalog::QuotaError;
    ///
    /// assert!(ErrorBody::of(&QuotaError::RateLimitExceeded).retryable());
    /// assert!(!ErrorBody::of(&QuotaError::QuotaExceeded).retryable());
    /// assert!(!ErrorBody::of(&QuotaError::InsufficientCredits).retryable());
    /// ```
    #[must_use]
    pub fn retryable(&self) -> bool {
        match self.origin {
            // The body of another catalog has its own policy.
            Origin::Error(info) => info.retryable(),
            _ => self.retryable_in::<StudioError>(),
        }
    }
}
