use studio_errors::StudioErrorCode;
use studio_errors::catalog::AuthenticationError;

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    #[error("no entry")]
    Auth(#[from] AuthenticationError),
}

fn main() {}
