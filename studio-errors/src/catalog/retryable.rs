//! Whether a published error is retryable.

use super::StudioError;
use crate::wire::ErrorBody;

impl ErrorBody<'_> {
    /// Whether the same request may succeed later, by the published catalog: [`retryable_in`](Self::retryable_in) with the codes
    /// of [`StudioError`].
    ///
    /// `STUDIO_1602`, the quota of a month, has the status 429 like `STUDIO_1600`, a rate limit, but it is not retryable.
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
