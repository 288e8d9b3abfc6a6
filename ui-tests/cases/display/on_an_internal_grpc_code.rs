use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is locked.
    #[studio(code = 1604, http = 409, grpc = "internal", display)]
    Locked,
}

impl std::fmt::Display for WalletError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("wallet 7")
    }
}

fn main() {
    println!("{} {:?}", WalletError::Locked.to_json(), WalletError::CODES);
}
