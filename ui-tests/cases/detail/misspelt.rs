use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 1604, http = 402)]
    Unpaid { #[studio(detial)] need: u32 },
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid { need: 7 }.to_json(), WalletError::CODES);
}
