use studio_errors::catalog::AuthenticationError;

use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
enum WalletError {
    #[studio(transparent)]
    Auth { error: AuthenticationError, attempt: u32 },
}

fn main() {
    println!("{} {:?}", WalletError::Auth { error: AuthenticationError::Forbidden, attempt: 7 }.to_json(), WalletError::CODES);
}
