//! The catalog itself, and the error with all published codes.

use core::fmt;

use super::{
    AudioError, AuthenticationError, GeneralError, ImageError, IntegrationError, MusicError, QuotaError, RenderError,
    TemplateError, ValidationError, VideoError,
};
#[cfg(feature = "details")]
use crate::body::received::{Incoming, Received, ReceivedAs, UnreadableDetails};
use crate::{Catalog, Category, Challenge, CodeList, CodeSet, ErrorBody, Explanations, Kind, StudioErrorCode};

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

macro_rules! studio_error {
    ($($variant:ident($error:ident) $title:literal;)+) => {
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
            $(
                #[doc = $title]
                #[studio(transparent)]
                $variant($error),
            )+
        }

        $(
            impl From<$error> for StudioError {
                fn from(error: $error) -> Self {
                    Self::$variant(error)
                }
            }
        )+

        implement!(StudioError $($error)+);
    };
}

/// Implements what a user derives, or gets from the key `kind`.
macro_rules! implement {
    ($($error:ident)+) => {$(
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

studio_error! {
    Image(ImageError) "Image Generation.";
    Video(VideoError) "Video Generation.";
    Audio(AudioError) "Audio & Voice.";
    Music(MusicError) "Music Generation.";
    Template(TemplateError) "Templates & Projects.";
    Render(RenderError) "Render Jobs.";
    Quota(QuotaError) "Quota & Credits.";
    Authentication(AuthenticationError) "Authentication.";
    Integration(IntegrationError) "Integrations.";
    Validation(ValidationError) "Validation.";
    General(GeneralError) "General.";
}

impl<D> ErrorBody<'_, D> {
    /// Whether the same request may succeed later, by the published codes: [`retryable_in`](Self::retryable_in) with the codes of
    /// [`StudioError`]. For a code of another catalog, the result depends on the status.
    ///
    /// `STUDIO_1600` (a rate limit) and `STUDIO_1602` (a monthly quota) have the status 429, but only the first is retryable.
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
        self.retryable_in::<StudioError>()
    }
}
