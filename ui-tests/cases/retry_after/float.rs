use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// Too fast.
    #[studio(code = 1604, http = 429)]
    TooFast(#[studio(retry_after)] f64),
}

fn main() {
    println!("{} {:?}", WalletError::TooFast(0.5).to_json(), WalletError::CODES);
}
