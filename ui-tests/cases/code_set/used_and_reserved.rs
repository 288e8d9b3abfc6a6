use studio_errors::catalog::{ImageError, QuotaError};
use studio_errors::{StudioErrorCode, code_set};

#[derive(StudioErrorCode)]
#[studio(category = "quota")]
enum TopUpError {
    /// This top-up was made already
    #[studio(code = 1650, http = 409)]
    MadeAlready,
}

#[derive(StudioErrorCode)]
#[studio(category = "quota", reserved(1650))]
enum WalletError {
    #[studio(code = 1601)]
    InsufficientCredits,
}

code_set! { pub Billing: WalletError, TopUpError, ImageError, QuotaError }

fn main() {}
