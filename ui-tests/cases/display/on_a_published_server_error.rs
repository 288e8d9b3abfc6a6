use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "general")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 2002, display)]
    DatabaseError,
}

impl std::fmt::Display for WalletError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no credits")
    }
}

fn main() {
    println!("{} {:?}", WalletError::DatabaseError.to_json(), WalletError::CODES);
}
