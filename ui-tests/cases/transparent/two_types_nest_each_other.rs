use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
enum WalletError {
    #[studio(transparent)]
    Team(Box<TeamError>),
}

#[derive(Debug, StudioErrorCode)]
enum TeamError {
    #[studio(transparent)]
    Wallet(Box<WalletError>),
}

fn main() {
    println!("{:?} {:?}", WalletError::CODES, TeamError::CODES);
}
