//! Music Generation: 1300 to 1399.

use crate::StudioErrorCode;

/// Music Generation: the published errors 1300 to 1399.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(category = "music", published)]
pub enum MusicError {
    /// Music generation prompt is invalid or empty
    #[studio(code = 1300, http = 400, resolution = "Provide a descriptive prompt (genre, mood, instruments)")]
    InvalidMusicPrompt,

    /// Music provider (Suno AI) returned an error
    ///
    /// The provider of music is Suno AI.
    #[studio(code = 1301, http = 502, resolution = "Retry; Suno API may be temporarily unavailable")]
    MusicProviderError,
}
