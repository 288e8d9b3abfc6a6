use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "wallet")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 7, http = 402)]
    Unpaid,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
}
