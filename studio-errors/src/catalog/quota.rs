//! Quota & Credits: 1600 to 1699.

use crate::StudioErrorCode;

/// Quota & Credits: the published errors 1600 to 1699.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(category = "quota", published)]
pub enum QuotaError {
    /// Rate limit exceeded for this tenant or user
    #[studio(code = 1600, http = 429, resolution = "Implement exponential backoff; check Retry-After header")]
    RateLimitExceeded,

    /// Insufficient AI credits in wallet for this generation
    #[studio(code = 1601, http = 402, resolution = "Purchase additional credits or upgrade subscription tier")]
    InsufficientCredits,

    /// Monthly generation quota exceeded for this subscription tier
    #[studio(
        code = 1602,
        http = 429,
        retryable = false,
        resolution = "Upgrade subscription tier or wait for quota reset"
    )]
    QuotaExceeded,

    /// This generation feature is disabled for the current tenant
    #[studio(code = 1603, http = 403, resolution = "Contact admin to enable the feature flag")]
    FeatureDisabled,
}
