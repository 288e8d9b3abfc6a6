use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", http = 409)]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 1604, name = "UNPAID", grpc = "not_found")]
    Unpaid,
    /// The wallet is empty.
    #[studio(code = 1604, name = "UNPAID")]
    Empty,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
}
