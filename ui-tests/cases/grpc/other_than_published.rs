use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    #[studio(code = 1602, grpc = "not_found")]
    QuotaExceeded,
}

fn main() {
    println!("{} {:?}", WalletError::QuotaExceeded.to_json(), WalletError::CODES);
}
