use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    #[studio(code = 1604, http = 402, desc = "Top up")]
    Unpaid,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
    println!("{}", WalletError::UNPAID);
}
