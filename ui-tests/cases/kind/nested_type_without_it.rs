use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "authentication")]
enum AuthError {
    /// The session has ended.
    #[studio(code = 1750, http = 401)]
    Ended,
}

#[derive(Debug, StudioErrorCode)]
#[studio(kind)]
enum WalletError {
    #[studio(transparent)]
    Auth(AuthError),
}

fn main() {
    println!("{} {:?}", WalletError::Auth(AuthError::Ended).to_json(), WalletError::CODES);
}
