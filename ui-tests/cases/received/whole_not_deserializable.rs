use serde::Serialize;
use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, Serialize)]
pub struct Limits {
    most: u64,
}

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", received)]
pub enum WalletError {
    #[studio(code = 1601)]
    InsufficientCredits {
        #[studio(details)]
        limits: Limits,
    },
}

fn main() {
    println!("{:?}", WalletError::CODES);
}
