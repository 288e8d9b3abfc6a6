use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is locked.
    #[studio(code = 1604, http = 409, grpc = "unknown")]
    Locked {
        #[studio(detail)]
        wallet: u64,
    },
}

fn main() {
    println!("{} {:?}", WalletError::Locked { wallet: 7 }.to_json(), WalletError::CODES);
}
