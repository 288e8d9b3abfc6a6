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
enum WalletError {
    /// No credits are left.
    #[studio(code = 1604, http = 403)]
    Unpaid,
    #[studio(transparent)]
    Team(Box<TeamError>),
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
    println!("{}", WalletError::Team(Box::new(TeamError::Unpaid)).to_json());
}
