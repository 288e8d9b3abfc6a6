use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 1604, http = 402)]
    Unpaid,
    /// The wallet is frozen.
    #[studio(code = 1604, http = 403)]
    Frozen,
    /// The wallet is gone.
    #[studio(code = 1604, http = 410)]
    Gone,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
    println!("{} {}", WalletError::Frozen.to_json(), WalletError::Gone.to_json());
}
