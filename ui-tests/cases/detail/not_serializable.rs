use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 1604, http = 402)]
    Unpaid { #[studio(detail)] need: std::time::Instant },
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid { need: std::time::Instant::now() }.to_json(), WalletError::CODES);
}
