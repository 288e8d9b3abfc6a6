use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "general")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 2002)]
    DatabaseError { #[studio(detail)] need: u32 },
}

fn main() {
    println!("{} {:?}", WalletError::DatabaseError { need: 7 }.to_json(), WalletError::CODES);
}
