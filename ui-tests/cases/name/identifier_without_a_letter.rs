use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 1604, http = 402)]
    __,
}

fn main() {
    println!("{} {:?}", WalletError::__.to_json(), WalletError::CODES);
}
