//! Image Generation: 1000 to 1099.

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
