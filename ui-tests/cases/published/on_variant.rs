use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    #[studio(code = 1601, http = 402, published)]
    InsufficientCredits,
}

fn main() {
    println!("{} {:?}", WalletError::InsufficientCredits.to_json(), WalletError::CODES);
}
