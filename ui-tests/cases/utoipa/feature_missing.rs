use studio_errors::StudioErrorCode;

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", utoipa)]
pub enum WalletError {
    #[error("no credits")]
    #[studio(code = 1601)]
    InsufficientCredits,
}

fn main() {}
