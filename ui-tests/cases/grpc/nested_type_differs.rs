use studio_errors::{CodeSet, StudioErrorCode};

/// The wallet is empty.
#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", code = 1604, http = 402, name = "UNPAID", grpc = "not_found")]
struct Unpaid;

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 1604, http = 402)]
    Unpaid,
    #[studio(transparent)]
    Other(Unpaid),
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
}
