//! The derive and those of other crates on the same enum.

use studio_errors::StudioErrorCode;

/// An enum with several derives.
#[derive(
    Debug,
    thiserror::Error,
    miette::Diagnostic,
    strum::IntoStaticStr,
    strum::EnumDiscriminants,
    serde::Deserialize,
    StudioErrorCode,
)]
#[studio(category = "render")]
#[serde(rename_all = "snake_case")]
#[strum_discriminants(derive(strum::EnumString))]
pub enum Crowded {
    /// The frame is lost
    #[error("frame {frame} is lost")]
    #[diagnostic(code(render::lost), help("render it again"))]
    #[strum(serialize = "lost")]
    #[serde(rename = "lost")]
    #[studio(code = 1550, http = 404, display)]
    Lost {
        /// The number of the frame.
        frame: u32,
    },
}

/// An enum with `snafu`.
#[derive(Debug, snafu::Snafu, StudioErrorCode)]
#[snafu(visibility(pub))]
#[studio(category = "render")]
pub enum Contextual {
    /// The file is lost
    #[snafu(display("{path} is lost"))]
    #[studio(code = 1551, http = 404)]
    Io {
        /// The path of the file.
        path: String,
        /// The source.
        source: std::io::Error,
    },
}

#[cfg(test)]
mod tests {
    use snafu::ResultExt;

    use super::*;

    #[test]
    fn each_derive_generates_its_own_facts() {
        let error: Crowded = serde_json::from_str(r#"{"lost":{"frame":7}}"#).unwrap();
        assert_eq!(error.message(), "frame 7 is lost");
        assert_eq!(miette::Diagnostic::code(&error).unwrap().to_string(), "render::lost");
        assert_eq!(StudioErrorCode::code(&error), Crowded::LOST);
        assert_eq!(<&str>::from(&error), "lost");
        assert_eq!(serde_json::to_string(&error).unwrap(), error.to_json());
    }

    #[test]
    fn snafu_keeps_the_source() {
        let error = std::fs::read("/nowhere/at/all").context(IoSnafu { path: "x" }).unwrap_err();
        assert_eq!(error.code(), Contextual::IO);
        assert!(std::error::Error::source(&error).is_some());
    }
}
