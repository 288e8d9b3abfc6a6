//! A command line for the codes of a service: `cargo run -p service-cli -- explain 1650`.

use std::process::ExitCode;

use studio_errors::StudioErrorCode;
use studio_errors::catalog::QuotaError;

/// Every error that this service can report.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota")]
pub enum ServiceErrors {
    /// The wallet is frozen
    #[error("wallet {wallet} is frozen")]
    #[studio(code = 1650, http = 403, resolution = "Ask the owner to unfreeze it")]
    WalletFrozen {
        /// The number of the wallet.
        wallet: u64,
    },

    /// The published errors of the category `quota`.
    #[error(transparent)]
    #[studio(transparent)]
    Quota(#[from] QuotaError),
}

fn main() -> ExitCode {
    studio_errors_cli::main::<ServiceErrors>()
}
