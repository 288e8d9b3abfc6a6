//! Authentication: 1700 to 1799.

use crate::StudioErrorCode;

/// Authentication: the published errors 1700 to 1799.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(category = "authentication", published)]
pub enum AuthenticationError {
    /// Authentication required
    #[studio(code = 1700, http = 401, resolution = "Provide a valid JWT token in Authorization header")]
    Unauthorized,

    /// Insufficient permissions for this operation
    #[studio(code = 1701, http = 403, resolution = "Request required role from admin")]
    Forbidden,

    /// Invalid or expired authentication token
    #[studio(code = 1702, http = 401, resolution = "Obtain a fresh JWT token via auth-svc")]
    InvalidToken,

    /// Current subscription tier does not support this feature
    #[studio(code = 1703, http = 403, resolution = "Upgrade to Pro or Enterprise tier")]
    TierInsufficient,
}
