use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is empty.
    #[studio(http = 402)]
    Unpaid,
    /// The wallet is frozen.
    #[studio(http = 403)]
    Frozen,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
    println!("{}", WalletError::Frozen.to_json());
}
