use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", kind = "wallet kind")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 1604, http = 402)]
    Unpaid { wallet: u64 },
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid { wallet: 7 }.to_json(), WalletError::CODES);
    println!("{}", WalletError::UNPAID);
}
