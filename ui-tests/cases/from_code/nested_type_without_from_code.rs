use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum TeamError {
    /// The team has spent its credits.
    #[studio(code = 1604, http = 402)]
    Unpaid(u32),
}

#[derive(Debug, StudioErrorCode)]
#[studio(from_code)]
enum WalletError {
    #[studio(transparent)]
    Team(TeamError),
}

fn main() {
    println!("{} {:?}", WalletError::Team(TeamError::Unpaid(7)).to_json(), WalletError::CODES);
}
