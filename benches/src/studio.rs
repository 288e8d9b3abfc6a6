//! The subject.

use studio_errors::StudioErrorCode;

/// What the wallet refuses.
#[derive(Clone, Copy, Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", axum)]
pub enum WalletError {
    /// Insufficient AI credits in wallet for this generation
    #[error("the wallet is empty")]
    #[studio(code = 1601, http = 402)]
    InsufficientCredits,

    /// The wallet has too few credits
    #[error("wallet {wallet} has {have} credits, {need} are needed")]
    #[studio(code = 1650, http = 402, display)]
    TooFewCredits {
        /// Whose it is.
        wallet: u64,
        /// What is there.
        have: u32,
        /// What is asked for.
        need: u32,
    },
}

/// A message that is known at compile time.
pub const STATIC: WalletError = WalletError::InsufficientCredits;

/// A message that holds the values.
pub const DISPLAY: WalletError = WalletError::TooFewCredits { wallet: 90_210, have: 12, need: 40 };
