//! Audio & Voice: 1200 to 1299.

use crate::StudioErrorCode;

/// Audio & Voice: the published errors 1200 to 1299.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(category = "audio", published)]
pub enum AudioError {
    /// Text-to-speech input is empty or exceeds character limit
    ///
    /// The limit is 5000 characters per request.
    #[studio(code = 1200, http = 400, resolution = "Limit text to 5000 characters per request")]
    InvalidTtsInput,

    /// Requested language is not supported for TTS
    ///
    /// `GET /audio/languages` returns the supported languages.
    #[studio(code = 1201, http = 400, resolution = "Use GET /audio/languages for supported languages")]
    UnsupportedLanguage,

    /// Audio provider (ElevenLabs, AWS Polly) returned an error
    ///
    /// The providers of audio are ElevenLabs and AWS Polly.
    #[studio(code = 1202, http = 502, resolution = "Retry with a different voice or provider")]
    AudioProviderError,

    /// Specified voice model ID does not exist
    ///
    /// `GET /voice-models` lists the available models.
    #[studio(code = 1203, http = 404, resolution = "Use GET /voice-models to list available models")]
    VoiceModelNotFound,
}
