use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 1604, http = 402)]
    Unpaid(#[studio(grpc = "not_found")] u8),
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid(7).to_json(), WalletError::CODES);
}
