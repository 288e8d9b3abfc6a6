use studio_errors::catalog::AuthenticationError;

use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
enum WalletError {
    #[studio(transparent, display)]
    Auth(AuthenticationError),
}

fn main() {
    println!("{} {:?}", WalletError::Auth(AuthenticationError::Forbidden).to_json(), WalletError::CODES);
}
