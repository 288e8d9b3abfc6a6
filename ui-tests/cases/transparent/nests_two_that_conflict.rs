use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum TeamError {
    /// No credits are left.
    #[studio(code = 1604, http = 402)]
    Unpaid,
}

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum SeatError {
    /// No credits are left.
    #[studio(code = 1604, http = 403)]
    Unpaid,
}

#[derive(Debug, StudioErrorCode)]
enum WalletError {
    #[studio(transparent)]
    Team(TeamError),
    #[studio(transparent)]
    Seat(SeatError),
}

fn main() {
    println!("{} {:?}", WalletError::Team(TeamError::Unpaid).to_json(), WalletError::CODES);
    println!("{}", WalletError::Seat(SeatError::Unpaid).to_json());
}
