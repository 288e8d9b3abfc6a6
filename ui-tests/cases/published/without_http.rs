use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", published)]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 1601)]
    InsufficientCredits,
}

fn main() {
    println!("{} {:?}", WalletError::InsufficientCredits.to_json(), WalletError::CODES);
}
