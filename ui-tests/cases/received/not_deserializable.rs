use serde::Serialize;
use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, Serialize)]
pub struct Instant(u64);

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", received)]
pub enum WalletError {
    #[studio(code = 1601)]
    InsufficientCredits {
        #[studio(detail)]
        since: Instant,
        #[studio(detail)]
        have: u32,
    },
}

fn main() {
    println!("{:?}", WalletError::CODES);
}
