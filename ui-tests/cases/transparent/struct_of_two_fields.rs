use studio_errors::catalog::AuthenticationError;

use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(transparent)]
struct WalletError(AuthenticationError, u32);

fn main() {
    println!("{} {:?}", WalletError(AuthenticationError::Forbidden, 7).to_json(), WalletError::CODES);
}
