use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", recieved)]
pub enum WalletError {
    #[studio(code = 1601)]
    InsufficientCredits,
}

fn main() {
    println!("{:?}", WalletError::CODES);
}
