//! The headers of an error response.

use alloc::borrow::Cow;
use alloc::string::ToString;

/// One header of an error response.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Header {
    /// `content-type`: the error body.
    Json,
    /// `content-type`: problem details.
    Problem,
    /// `retry-after`, in whole seconds.
    RetryAfter(u64),
    /// `www-authenticate`
    Challenge(&'static str),
    /// `vary: accept`
    Vary,
    /// The header of the catalog, and the code.
    Code(&'static str, &'static str),
}

impl Header {
    pub(crate) const JSON: &str = "application/json";
    pub(crate) const PROBLEM: &str = "application/problem+json";
    pub(crate) const ACCEPT: &str = "accept";

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Json | Self::Problem => "content-type",
            Self::RetryAfter(_) => "retry-after",
            Self::Challenge(_) => "www-authenticate",
            Self::Vary => "vary",
            Self::Code(name, _) => name,
        }
    }

    pub(crate) fn value(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Json => Self::JSON,
            Self::Problem => Self::PROBLEM,
            Self::RetryAfter(seconds) => return seconds.to_string().into(),
            Self::Challenge(challenge) => challenge,
            Self::Vary => Self::ACCEPT,
            Self::Code(_, code) => code,
        })
    }
}
