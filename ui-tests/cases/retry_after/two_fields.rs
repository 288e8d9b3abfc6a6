use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// Too fast.
    #[studio(code = 1604, http = 429)]
    TooFast { #[studio(retry_after)] first: u32, #[studio(retry_after)] second: u32 },
}

fn main() {
    println!("{} {:?}", WalletError::TooFast { first: 1, second: 2 }.to_json(), WalletError::CODES);
}
