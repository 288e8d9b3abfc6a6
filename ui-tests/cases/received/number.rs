use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", received = 5)]
pub enum WalletError {
    #[studio(code = 1601)]
    InsufficientCredits,
}

fn main() {
    println!("{:?}", WalletError::CODES);
}
