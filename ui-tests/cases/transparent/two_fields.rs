use studio_errors::catalog::AuthenticationError;

use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
enum WalletError {
    #[studio(transparent)]
    Auth(AuthenticationError, u32),
}

fn main() {
    println!("{} {:?}", WalletError::Auth(AuthenticationError::Forbidden, 7).to_json(), WalletError::CODES);
}
