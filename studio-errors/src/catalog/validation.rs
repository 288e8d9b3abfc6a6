//! Validation: 1900 to 1999.

use crate::StudioErrorCode;

/// Validation: the published errors 1900 to 1999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(category = "validation", published)]
pub enum ValidationError {
    /// Request validation failed
    #[studio(code = 1900, http = 400, resolution = "Check request body against API docs")]
    ValidationFailed,

    /// Required field is missing
    #[studio(code = 1901, http = 400, resolution = "Add the required field to the request body")]
    MissingRequiredField,

    /// Uploaded file exceeds maximum size limit
    ///
    /// The limits are 50 MB for images and 500 MB for video.
    #[studio(code = 1902, http = 413, resolution = "Reduce file size (max 50MB for images, 500MB for video)")]
    FileTooLarge,
}
