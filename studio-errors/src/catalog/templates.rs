//! Templates & Projects: 1400 to 1499.

use crate::StudioErrorCode;

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
