use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
enum WalletError {
    #[studio(transparent)]
    Auth(AuthError),
}

fn main() {
    let show = |error: WalletError| println!("{} {:?}", error.to_json(), WalletError::CODES);
    drop(show);
}
