use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    #[studio(code = 1604, http = 402)]
    Unpaid(#[studio(description = "Top up")] u32),
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid(7).to_json(), WalletError::CODES);
    println!("{}", WalletError::UNPAID);
}
