use studio_errors::{CodeSet, StudioErrorCode};

/// The wallet is empty.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[error("the wallet is empty")]
#[studio(category = "quota", code = 1604, http = 402)]
struct Unpaid {
    #[studio(detail)]
    http: u16,
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(tonic)]
enum WalletError {
    #[error(transparent)]
    #[studio(transparent)]
    Unpaid(Unpaid),
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid(Unpaid { http: 7 }).to_json(), WalletError::CODES);
}
