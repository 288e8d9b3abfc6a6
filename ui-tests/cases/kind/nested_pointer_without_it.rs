use studio_errors::{CodeSet, StudioErrorCode};

mod auth {
    use studio_errors::StudioErrorCode;

    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "authentication")]
    pub(crate) enum AuthError {
        /// The session has ended.
        #[studio(code = 1750, http = 401)]
        Ended,
    }
}

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", kind)]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 1604, http = 402)]
    Unpaid { wallet: u64 },
    #[studio(transparent)]
    Auth { source: Box<auth::AuthError> },
}

fn main() {
    println!("{}", WalletError::Unpaid { wallet: 7 }.to_json());
    println!("{} {:?}", WalletError::Auth { source: Box::new(auth::AuthError::Ended) }.to_json(), WalletError::CODES);
}
