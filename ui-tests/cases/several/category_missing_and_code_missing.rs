use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
enum WalletError {
    /// The wallet is empty.
    #[studio(http = 402)]
    Unpaid,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
}
