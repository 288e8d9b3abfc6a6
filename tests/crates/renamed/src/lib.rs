//! The derive with a renamed dependency.

use codes::StudioErrorCode;

/// Errors of the booth.
#[derive(Debug, StudioErrorCode)]
#[studio(crate = codes, category = "audio", kind)]
pub enum BoothError {
    /// The booth is taken
    #[studio(code = 1250, http = 409)]
    Taken,
    /// A published code.
    #[studio(transparent)]
    Audio(codes::catalog::AudioError),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_derive_works_with_a_renamed_dependency() {
        assert_eq!(BoothError::Taken.code(), BoothError::TAKEN);
        assert_eq!(codes::ErrorBody::new("STUDIO_1250", "", 409).known(), Some(BoothErrorKind::Taken));
        assert_eq!(BoothError::Audio(codes::catalog::AudioError::UnsupportedLanguage).http(), 400);
    }
}
