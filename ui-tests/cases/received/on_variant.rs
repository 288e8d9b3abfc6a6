use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
pub enum WalletError {
    #[studio(code = 1601, received)]
    InsufficientCredits,
}

fn main() {
    println!("{:?}", WalletError::CODES);
}
