//! Whether a published error is retryable.

use super::StudioError;
use crate::ErrorBody;

impl<D> ErrorBody<'_, D> {
    /// Whether the same request may succeed later, by the published codes: [`retryable_in`](Self::retryable_in) with the codes of
    /// [`StudioError`]. For a code of another catalog, the result depends on the status.
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
        self.retryable_in::<StudioError>()
    }
}
