//! The command line of a service's own codes: `cargo run --features cli --example service_cli -- explain 1650`.

use std::process::ExitCode;

use studio_errors::StudioErrorCode;
use studio_errors::catalog::QuotaError;

/// Everything that this service can answer with.
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

    /// What the catalog publishes.
    #[error(transparent)]
    #[studio(transparent)]
    Quota(#[from] QuotaError),
}

fn main() -> ExitCode {
    studio_errors::cli::main::<ServiceErrors>()
}
