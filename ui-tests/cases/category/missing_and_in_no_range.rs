use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 9000, http = 402)]
    Unpaid,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
    println!("{}", WalletError::UNPAID);
}
