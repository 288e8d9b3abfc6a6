use studio_errors::{CodeSet, StudioErrorCode};

/// The input is invalid
#[derive(Debug, StudioErrorCode)]
#[studio(category = "validation", code = 1950, http = 422)]
pub struct InputError {
    #[studio(detail)]
    field: u32,
}

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", received)]
pub enum WalletError {
    #[studio(code = 1601)]
    InsufficientCredits,
    #[studio(transparent)]
    Input(InputError),
}

fn main() {
    println!("{:?}", WalletError::CODES);
}
