//! The coded errors that are measured.

use studio_errors::StudioErrorCode;

/// Errors of the wallet.
#[derive(Clone, Copy, Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", axum)]
pub enum WalletError {
    /// Insufficient AI credits in wallet for this generation
    #[error("the wallet is empty")]
    #[studio(code = 1601, http = 402)]
    InsufficientCredits,

    /// The wallet is frozen
    #[error("the wallet is frozen")]
    #[studio(code = 1651, http = 423)]
    Frozen,

    /// The wallet has too few credits
    #[error("wallet {wallet} has {have} credits, {need} are needed")]
    #[studio(code = 1650, http = 402, display)]
    TooFewCredits {
        /// The number of the wallet.
        wallet: u64,
        /// The available credits.
        have: u32,
        /// The required credits.
        need: u32,
    },
}

/// An error with a published code, whose message is known at compile time.
pub const STATIC: WalletError = WalletError::InsufficientCredits;

/// The same with a code of its own.
pub const OWN: WalletError = WalletError::Frozen;

/// An error whose message contains values.
pub const DISPLAY: WalletError = WalletError::TooFewCredits { wallet: 90_210, have: 12, need: 40 };
