use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is empty.
    #[error("the wallet is empty")]
    #[studio(code = 1604, http = 402, tonic)]
    Unpaid,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
}
