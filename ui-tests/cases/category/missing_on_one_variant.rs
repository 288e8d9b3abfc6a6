use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio()]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 1604, http = 402, category = "quota")]
    Unpaid,
    /// The wallet is frozen.
    #[studio(code = 1750, http = 403)]
    Frozen,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
    println!("{}", WalletError::Frozen.to_json());
}
