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
#[studio(category = "quota")]
enum RefundError {
    /// There is nothing to refund
    #[studio(code = 1650, http = 404)]
    NothingToRefund,
}

code_set! {
    pub Billing: ImageError, TopUpError, QuotaError, RefundError
}

fn main() {}
