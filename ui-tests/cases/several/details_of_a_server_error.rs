use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 1604, http = 500)]
    Unpaid { #[studio(detail)] have: u32, #[studio(detail)] need: u32 },
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid { have: 3, need: 7 }.to_json(), WalletError::CODES);
}
