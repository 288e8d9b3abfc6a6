//! Render Jobs: 1500 to 1599.

use crate::StudioErrorCode;

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
