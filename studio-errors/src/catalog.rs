//! The published catalog of the Studio Service: one enum for each category.
#![cfg_attr(doc, doc = "", doc = include_str!("../REFERENCE.md"))]
// The descriptions are exactly the published ones, so nothing is in backticks.
#![allow(clippy::doc_markdown)]

pub(crate) mod studio;

pub use self::studio::StudioError;
use crate::StudioErrorCode;

/// Image Generation: the published errors 1000 to 1099.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(category = "image", published)]
pub enum ImageError {
    /// Image prompt is empty, exceeds limit, or contains forbidden content
    ///
    /// The limit of a prompt is 4000 characters.
    #[studio(code = 1000, http = 400, resolution = "Check prompt length (max 4000 chars) and content guidelines")]
    InvalidPrompt,

    /// Requested width/height is outside supported range
    ///
    /// The standard sizes are 256, 512, 1024 and 1792 pixels.
    #[studio(code = 1001, http = 400, resolution = "Use standard sizes: 256, 512, 1024, or 1792 pixels")]
    InvalidDimensions,

    /// Upstream image provider (DALL-E, Stable Diffusion, Ideogram) returned an error
    ///
    /// The upstream providers of images are DALL-E, Stable Diffusion and Ideogram.
    #[studio(code = 1002, http = 502, resolution = "Retry; provider failover may activate automatically")]
    ImageProviderError,

    /// Image generation timed out before completion
    #[studio(code = 1003, http = 504, resolution = "Retry with lower resolution or simpler prompt")]
    ImageGenerationTimeout,
}

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

/// Templates & Projects: the published errors 1400 to 1499.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(category = "templates", published)]
pub enum TemplateError {
    /// Specified template does not exist or is not accessible
    #[studio(code = 1400, http = 404, resolution = "Verify template ID; check tenant permissions")]
    TemplateNotFound,

    /// Specified project does not exist or is not accessible
    #[studio(code = 1401, http = 404, resolution = "Verify project ID; check tenant permissions")]
    ProjectNotFound,

    /// A template with this name already exists for this tenant
    #[studio(code = 1402, http = 409, resolution = "Use a different template name")]
    TemplateNameExists,
}

/// Render Jobs: the published errors 1500 to 1599.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(category = "render", published)]
pub enum RenderError {
    /// Render job does not exist
    #[studio(code = 1500, http = 404, resolution = "Verify job ID from the creation response")]
    JobNotFound,

    /// Cannot retry a job that completed successfully
    #[studio(code = 1501, http = 409, resolution = "Create a new job instead of retrying")]
    JobAlreadyCompleted,

    /// Render job queue is at capacity
    #[studio(code = 1502, http = 429, resolution = "Wait for existing jobs to complete, then retry")]
    JobQueueFull,
}

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

/// Authentication: the published errors 1700 to 1799.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(category = "authentication", published)]
pub enum AuthenticationError {
    /// Authentication required
    #[studio(code = 1700, http = 401, resolution = "Provide a valid JWT token in Authorization header")]
    Unauthorized,

    /// Insufficient permissions for this operation
    #[studio(code = 1701, http = 403, resolution = "Request required role from admin")]
    Forbidden,

    /// Invalid or expired authentication token
    #[studio(code = 1702, http = 401, resolution = "Obtain a fresh JWT token via auth-svc")]
    InvalidToken,

    /// Current subscription tier does not support this feature
    #[studio(code = 1703, http = 403, resolution = "Upgrade to Pro or Enterprise tier")]
    TierInsufficient,
}

/// Integrations: the published errors 1800 to 1899.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(category = "integrations", published)]
pub enum IntegrationError {
    /// Canva API returned an error during import/export
    #[studio(code = 1800, http = 502, resolution = "Check Canva connection settings and retry")]
    CanvaApiError,

    /// Google Workspace export failed
    #[studio(code = 1801, http = 502, resolution = "Verify Google OAuth token is valid and retry")]
    GoogleWorkspaceError,

    /// Social media publishing failed
    #[studio(code = 1802, http = 502, resolution = "Check platform credentials and content guidelines")]
    SocialPublishError,
}

/// Validation: the published errors 1900 to 1999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(category = "validation", published)]
pub enum ValidationError {
    /// Request validation failed
    #[studio(code = 1900, http = 400, resolution = "Check request body against API docs")]
    ValidationFailed,

    /// Required field is missing
    #[studio(code = 1901, http = 400, resolution = "Add the required field to the request body")]
    MissingRequiredField,

    /// Uploaded file exceeds maximum size limit
    ///
    /// The limits are 50 MB for images and 500 MB for video.
    #[studio(code = 1902, http = 413, resolution = "Reduce file size (max 50MB for images, 500MB for video)")]
    FileTooLarge,
}

/// General: the published errors 2000 to 2099.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(category = "general", published)]
pub enum GeneralError {
    /// Internal server error
    #[studio(code = 2000, http = 500, resolution = "Retry; if persistent, contact support with request_id")]
    InternalServerError,

    /// Service temporarily unavailable
    #[studio(code = 2001, http = 503, resolution = "Retry with exponential backoff")]
    ServiceUnavailable,

    /// Database operation failed
    ///
    /// The database is Aurora Serverless, which may be scaling up.
    #[studio(code = 2002, http = 500, resolution = "Retry; Aurora Serverless may be scaling up")]
    DatabaseError,
}
