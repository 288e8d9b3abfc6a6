use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    #[studio(transparent, grpc = "not_found")]
    Unpaid(studio_errors::catalog::QuotaError),
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid(studio_errors::catalog::QuotaError::QuotaExceeded).to_json(), WalletError::CODES);
}
