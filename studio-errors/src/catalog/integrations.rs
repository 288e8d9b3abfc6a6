//! Integrations: 1800 to 1899.

use crate::StudioErrorCode;

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
