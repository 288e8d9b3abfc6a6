//! Audio & Voice: 1200 to 1299.

use crate::StudioErrorCode;

/// Audio & Voice: the published errors 1200 to 1299.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(category = "audio", published)]
pub enum AudioError {
    /// Text-to-speech input is empty or exceeds character limit
    #[studio(code = 1200, http = 400, resolution = "Limit text to 5000 characters per request")]
    InvalidTtsInput,

    /// Requested language is not supported for TTS
    #[studio(code = 1201, http = 400, resolution = "Use GET /audio/languages for supported languages")]
    UnsupportedLanguage,

    /// Audio provider (ElevenLabs, AWS Polly) returned an error
    #[studio(code = 1202, http = 502, resolution = "Retry with a different voice or provider")]
    AudioProviderError,

    /// Specified voice model ID does not exist
    #[studio(code = 1203, http = 404, resolution = "Use GET /voice-models to list available models")]
    VoiceModelNotFound,
}
