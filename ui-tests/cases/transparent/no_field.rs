use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
enum WalletError {
    #[studio(transparent)]
    Auth,
}

fn main() {
    println!("{} {:?}", WalletError::Auth.to_json(), WalletError::CODES);
}
