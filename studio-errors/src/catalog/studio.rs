//! The published catalog as a whole.

use core::fmt;

use super::{
    AudioError, AuthenticationError, GeneralError, ImageError, IntegrationError, MusicError, QuotaError, RenderError,
    TemplateError, ValidationError, VideoError,
};
#[cfg(feature = "details")]
use crate::body::received::{Incoming, Received, ReceivedAs, UnreadableDetails};
use crate::{Catalog, Category, Challenge, CodeList, CodeSet, Explanations, Kind, StudioErrorCode};

/// The catalog of the Studio Service: prefix `STUDIO`, eleven categories, and every code of [`StudioError`].
#[derive(Clone, Copy, Debug)]
pub struct Studio;

impl Catalog for Studio {
    const PREFIX: &'static str = "STUDIO";
    const CATEGORIES: &'static [Category] = &[
        Category::new("image", "Image Generation", 1000..=1099),
        Category::new("video", "Video Generation", 1100..=1199),
        Category::new("audio", "Audio & Voice", 1200..=1299),
        Category::new("music", "Music Generation", 1300..=1399),
        Category::new("templates", "Templates & Projects", 1400..=1499),
        Category::new("render", "Render Jobs", 1500..=1599),
        Category::new("quota", "Quota & Credits", 1600..=1699),
        Category::new("authentication", "Authentication", 1700..=1799),
        Category::new("integrations", "Integrations", 1800..=1899),
        Category::new("validation", "Validation", 1900..=1999),
        Category::new("general", "General", 2000..=2099),
    ];
    const PUBLISHED: CodeList = <StudioError as CodeSet>::CODES;
    const EXPLANATIONS: Explanations = <StudioError as CodeSet>::EXPLANATIONS;
    const CHALLENGE: Challenge = Challenge::Scheme("Bearer");
}

/// Any published error of the Studio Service.
///
/// ```
/// use studio_errors::catalog::{StudioError, VideoError};
/// use studio_errors::{FromCode, StudioErrorCode};
///
/// let error = StudioError::from(VideoError::InvalidDuration);
/// assert_eq!(error.code(), "STUDIO_1101");
/// assert_eq!(StudioError::from_code("STUDIO_1101"), Some(error));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(published, from_code)]
pub enum StudioError {
    /// Image Generation.
    #[studio(transparent)]
    Image(ImageError),
    /// Video Generation.
    #[studio(transparent)]
    Video(VideoError),
    /// Audio & Voice.
    #[studio(transparent)]
    Audio(AudioError),
    /// Music Generation.
    #[studio(transparent)]
    Music(MusicError),
    /// Templates & Projects.
    #[studio(transparent)]
    Template(TemplateError),
    /// Render Jobs.
    #[studio(transparent)]
    Render(RenderError),
    /// Quota & Credits.
    #[studio(transparent)]
    Quota(QuotaError),
    /// Authentication.
    #[studio(transparent)]
    Authentication(AuthenticationError),
    /// Integrations.
    #[studio(transparent)]
    Integration(IntegrationError),
    /// Validation.
    #[studio(transparent)]
    Validation(ValidationError),
    /// General.
    #[studio(transparent)]
    General(GeneralError),
}

macro_rules! errors {
    ($($error:ty),+) => {$(
        impl fmt::Display for $error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.info().description())
            }
        }

        impl core::error::Error for $error {}

        impl Kind for $error {
            type Kind = Self;

            fn kind(&self) -> Self {
                *self
            }
        }

        #[cfg(feature = "details")]
        impl Received for $error {
            fn received(error: &Incoming<'_>) -> Result<Option<Self>, UnreadableDetails> {
                Ok(error.known())
            }
        }

        #[cfg(feature = "details")]
        impl ReceivedAs for $error {
            type Received = Self;
        }
    )+};
}

errors!(
    StudioError,
    ImageError,
    VideoError,
    AudioError,
    MusicError,
    TemplateError,
    RenderError,
    QuotaError,
    AuthenticationError,
    IntegrationError,
    ValidationError,
    GeneralError
);

macro_rules! nested {
    ($($variant:ident($error:ty),)+) => {$(
        impl From<$error> for StudioError {
            fn from(error: $error) -> Self {
                Self::$variant(error)
            }
        }
    )+};
}

nested! {
    Image(ImageError),
    Video(VideoError),
    Audio(AudioError),
    Music(MusicError),
    Template(TemplateError),
    Render(RenderError),
    Quota(QuotaError),
    Authentication(AuthenticationError),
    Integration(IntegrationError),
    Validation(ValidationError),
    General(GeneralError),
}
