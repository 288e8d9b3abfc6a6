use serde::{Deserialize, Serialize};
use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Serialize, Deserialize)]
pub struct Instant(u64);

#[derive(StudioErrorCode)]
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
