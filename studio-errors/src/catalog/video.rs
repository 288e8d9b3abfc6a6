//! Video Generation: 1100 to 1199.

use crate::StudioErrorCode;

/// Video Generation: the published errors 1100 to 1199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(category = "video", published)]
pub enum VideoError {
    /// Video prompt is empty or exceeds maximum length
    #[studio(code = 1100, http = 400, resolution = "Check prompt length and content guidelines")]
    InvalidVideoPrompt,

    /// Video duration is outside supported range
    ///
    /// A duration is between 3 and 60 seconds.
    #[studio(code = 1101, http = 400, resolution = "Use duration between 3 and 60 seconds")]
    InvalidDuration,

    /// Upstream video provider (Runway, Pika, HeyGen) returned an error
    ///
    /// The upstream providers of videos are Runway, Pika and HeyGen. `GET /providers/health` returns their status.
    #[studio(code = 1102, http = 502, resolution = "Retry; check provider status at GET /providers/health")]
    VideoProviderError,
}
