use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", tonic)]
enum WalletError {
    /// The wallet is empty.
    #[error("the wallet is empty")]
    #[studio(code = 1604, http = 402)]
    Unpaid {
        #[studio(detail = "http")]
        status: u32,
    },
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid { status: 7 }.to_json(), WalletError::CODES);
}
