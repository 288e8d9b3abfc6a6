use studio_errors::catalog::AuthenticationError;

use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
enum WalletError {
    #[studio(transparent)]
    Auth(#[studio(retry_after)] AuthenticationError),
}

fn main() {
    println!("{} {:?}", WalletError::Auth(AuthenticationError::Forbidden).to_json(), WalletError::CODES);
}
