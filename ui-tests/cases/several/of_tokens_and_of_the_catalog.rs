use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 1700, http = 402)]
    Unpaid,
    /// The wallet is frozen.
    #[studio(code = 1604, http = 200)]
    Frozen,
    /// The wallet is gone.
    #[studio(cod = 1605, http = 410)]
    Gone,
    #[studio(code = 1601, http = 403)]
    InsufficientCredits,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
    println!("{}", WalletError::Gone.to_json());
}
