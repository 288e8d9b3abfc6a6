use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum SeatError {
    /// No seat is free.
    #[studio(code = 1650, http = 409)]
    Full,
}

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum TeamError<T> {
    /// There is no such team.
    #[studio(code = 1650, http = 404)]
    Unknown,
    #[studio(transparent)]
    Other(T),
}

#[derive(Debug, StudioErrorCode)]
enum WalletError {
    #[studio(transparent)]
    Team(TeamError<SeatError>),
}

fn main() {
    println!("{} {:?}", WalletError::Team(TeamError::Unknown).to_json(), WalletError::CODES);
    println!("{}", WalletError::Team(TeamError::Other(SeatError::Full)).to_json());
}
