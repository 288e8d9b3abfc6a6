//! An annotated error enum, its constants, its codes and its error bodies: `cargo run -p quickstart`.

use std::time::Duration;

use studio_errors::catalog::AuthenticationError;
use studio_errors::{CodeSet, FromCode, StudioErrorCode};

/// Errors of the wallet.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// Insufficient AI credits in wallet for this generation
    #[error("wallet {wallet} has {have} credits, {need} are needed")]
    #[studio(code = 1601, http = 402, resolution = "Purchase additional credits or upgrade subscription tier")]
    InsufficientCredits { wallet: u64, have: u32, need: u32 },

    #[error("slow down")]
    #[studio(code = 1600, display)]
    RateLimitExceeded {
        #[studio(retry_after)]
        after: Duration,
    },

    #[error(transparent)]
    #[studio(transparent)]
    Auth(#[from] AuthenticationError),
}

fn main() {
    println!("constants:");
    println!("  WalletError::INSUFFICIENT_CREDITS = {}", WalletError::INSUFFICIENT_CREDITS);
    println!("  WalletError::RATE_LIMIT_EXCEEDED  = {}", WalletError::RATE_LIMIT_EXCEEDED);

    println!("\nall codes that a `WalletError` can report:");
    for info in WalletError::CODES {
        println!(
            "  {} | {} | {} | {} | {}",
            info.code(),
            info.http(),
            info.name(),
            info.description(),
            info.resolution()
        );
    }

    let errors = [
        WalletError::InsufficientCredits { wallet: 7, have: 3, need: 20 },
        WalletError::RateLimitExceeded { after: Duration::from_secs(30) },
        WalletError::from(AuthenticationError::InvalidToken),
    ];
    for error in &errors {
        println!("\nlog: {error}");
        println!("body: {}", error.to_json());
        if let Some(wait) = error.retry_after() {
            println!("retry_after: {wait:?}");
        }
        match error.code() {
            WalletError::INSUFFICIENT_CREDITS => println!("resolution: {}", error.info().resolution()),
            code => println!("from_code: {:?}", studio_errors::catalog::StudioError::from_code(code.as_str())),
        }
    }
}
