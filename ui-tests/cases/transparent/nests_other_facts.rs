use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum TeamError {
    /// The team has spent its credits.
    #[studio(code = 1604, http = 402)]
    TeamUnpaid,
}

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 1604, http = 402)]
    Unpaid,
    #[studio(transparent)]
    Team(TeamError),
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
    println!("{}", WalletError::Team(TeamError::TeamUnpaid).to_json());
}
