use studio_errors::catalog::QuotaError;
use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
enum WalletError {
    #[studio(transparent)]
    Quota(#[studio(detail = "quota")] QuotaError),
}

fn main() {
    println!("{} {:?}", WalletError::Quota(QuotaError::QuotaExceeded).to_json(), WalletError::CODES);
}
