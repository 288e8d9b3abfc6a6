use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", http = 503)]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 1604)]
    Unpaid { #[studio(detail)] need: u32 },
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid { need: 7 }.to_json(), WalletError::CODES);
}
