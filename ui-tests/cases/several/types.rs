use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quotas")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 1604, http = 402)]
    Unpaid,
}

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum TeamError {
    /// The team has spent its credits.
    #[studio(code = 1700, http = 402)]
    Unpaid,
}

#[derive(Debug, StudioErrorCode)]
#[studio(categori = "quota")]
enum SeatError {
    /// Nobody may sit here.
    #[studio(code = 1605, http = 402)]
    Unpaid,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
    println!("{} {}", TeamError::Unpaid.to_json(), SeatError::Unpaid.to_json());
}
