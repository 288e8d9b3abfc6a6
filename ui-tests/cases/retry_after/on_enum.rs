use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", retry_after)]
enum WalletError {
    /// Too fast.
    #[studio(code = 1604, http = 429)]
    TooFast(u32),
}

fn main() {
    println!("{} {:?}", WalletError::TooFast(1).to_json(), WalletError::CODES);
}
