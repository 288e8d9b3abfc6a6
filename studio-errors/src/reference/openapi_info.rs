//! The title, the version and the servers of an `OpenAPI` document.

use alloc::string::String;
use alloc::vec::Vec;

/// The title, the version and the servers of an `OpenAPI` document.
///
/// ```
/// use studio_errors::catalog::StudioError;
/// use studio_errors::reference::{OpenApiInfo, Reference};
///
/// let info = OpenApiInfo::new().title("Orders").version("2.1.0").server("https://api.example.com");
/// let document: serde_json::Value =
///     serde_json::from_str(&Reference::of::<StudioError>().to_openapi_with(&info))?;
/// assert_eq!(document["info"]["title"], "Orders");
/// assert_eq!(document["servers"][0]["url"], "https://api.example.com");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenApiInfo {
    pub(super) title: Option<String>,
    pub(super) version: Option<String>,
    pub(super) servers: Vec<String>,
}

impl OpenApiInfo {
    /// The title of the reference, such as `STUDIO error codes`, the version `0.0.0`, and no servers.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the title of the API.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Sets the version of the API.
    #[must_use]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// Adds the URL of a server.
    #[must_use]
    pub fn server(mut self, url: impl Into<String>) -> Self {
        self.servers.push(url.into());
        self
    }
}
