//! The derive where the crate is called something else.

use codes::StudioErrorCode;

/// What the booth refuses.
#[derive(Debug, StudioErrorCode)]
#[studio(crate = codes, category = "audio")]
pub enum BoothError {
    /// The booth is taken
    #[studio(code = 1250, http = 409)]
    Taken,
    /// Whatever the catalog says.
    #[studio(transparent)]
    Audio(codes::catalog::AudioError),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_works() {
        assert_eq!(BoothError::Taken.code(), BoothError::TAKEN);
        assert_eq!(BoothError::Audio(codes::catalog::AudioError::UnsupportedLanguage).http(), 400);
    }
}
