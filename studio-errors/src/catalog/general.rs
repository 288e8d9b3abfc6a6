//! General: 2000 to 2099.

use crate::StudioErrorCode;

/// General: the published errors 2000 to 2099.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(category = "general", published)]
pub enum GeneralError {
    /// Internal server error
    #[studio(code = 2000, http = 500, resolution = "Retry; if persistent, contact support with request_id")]
    InternalServerError,

    /// Service temporarily unavailable
    #[studio(code = 2001, http = 503, resolution = "Retry with exponential backoff")]
    ServiceUnavailable,

    /// Database operation failed
    ///
    /// The database is Aurora Serverless, which may be scaling up.
    #[studio(code = 2002, http = 500, resolution = "Retry; Aurora Serverless may be scaling up")]
    DatabaseError,
}
