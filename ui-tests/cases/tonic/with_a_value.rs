use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", tonic = true)]
enum WalletError {
    /// The wallet is empty.
    #[error("the wallet is empty")]
    #[studio(code = 1604, http = 402)]
    Unpaid,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
}
