//! Which failures of the published catalog are transient.

use super::QuotaError;
use crate::code::Code;
use crate::wire::ErrorBody;

/// Statuses of which [RFC 9110, section 15](https://www.rfc-editor.org/rfc/rfc9110#section-15), [RFC 6585, section
/// 4](https://www.rfc-editor.org/rfc/rfc6585#section-4) and [RFC 8470, section
/// 5.2](https://www.rfc-editor.org/rfc/rfc8470#section-5.2) say, or the published resolutions do, that time may mend them.
const PASSING: &[u16] = &[408, 425, 429, 500, 502, 503, 504];

/// Codes with such a status that time does not mend soon enough: a month's quota lasts for the month.
const LASTING: &[Code] = &[QuotaError::QUOTA_EXCEEDED];

impl ErrorBody<'_> {
    /// Whether the same request may succeed a little later: after the time that `retry-after` names, or else after a
    /// pause that grows.
    ///
    /// The status tells, except for codes that last: `STUDIO_1602`, a month's quota, is a 429 like `STUDIO_1600`, a rate
    /// limit, but waiting does not help. Whether a request may be sent twice is another question, which its method
    /// answers: [RFC 9110, section 9.2.2](https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2).
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
        PASSING.contains(&self.http) && LASTING.iter().all(|code| *code != *self.code)
    }
}
