//! Similar crates, and a combination of crates that a user could choose instead. None of them writes the same body. Each
//! writes its own, which has about the same length.

use api_error::ApiError;
use apiresponse::Response;

/// `thiserror`, `strum` and `num_enum`.
#[derive(Clone, Copy, Debug, thiserror::Error, strum::EnumMessage, strum::EnumProperty, num_enum::IntoPrimitive)]
#[repr(u16)]
pub(crate) enum Stack {
    #[error("the wallet is empty")]
    #[strum(message = "Insufficient AI credits in wallet for this generation", props(http = "402"))]
    InsufficientCredits = 1601,
    #[error("the wallet is not yours")]
    #[strum(message = "The feature is not part of the subscription", props(http = "403"))]
    FeatureDisabled = 1603,
}

/// A status and a message, without a code.
#[derive(Clone, Copy, Debug, thiserror::Error, ApiError)]
pub(crate) enum ApiErrors {
    #[error("the wallet is empty")]
    #[api_error(status_code = 402, message = "Insufficient AI credits in wallet for this generation")]
    InsufficientCredits,
}

/// A numeric code, and the `Display` text.
#[derive(Clone, Copy, Debug, thiserror::Error, Response)]
pub(crate) enum ApiResponses {
    #[error("Insufficient AI credits in wallet for this generation")]
    #[response(code = 1601, status = 402)]
    InsufficientCredits,
}
