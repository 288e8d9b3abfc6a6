//! The errors of the services for GraphQL and JSON-RPC.

use std::io;

use studio_errors::StudioErrorCode;

pub(crate) const CANARY: &str = "postgres://studio:secret@db";

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota")]
pub(crate) enum WalletError {
    #[error("wallet {wallet} has no credits")]
    #[studio(code = 1601)]
    InsufficientCredits {
        wallet: u32,
        #[studio(detail)]
        need: u32,
    },

    /// The wallet is being moved
    #[error("wallet {wallet} cannot be moved")]
    #[studio(code = 1661, http = 503)]
    Moving { wallet: u32, source: io::Error },
}

/// Fails for all wallets but the first.
pub(crate) fn spend(wallet: u32) -> Result<u32, WalletError> {
    match wallet {
        1 => Ok(1),
        2 => Err(WalletError::InsufficientCredits { wallet, need: 20 }),
        _ => Err(WalletError::Moving { wallet, source: io::Error::other(CANARY) }),
    }
}
