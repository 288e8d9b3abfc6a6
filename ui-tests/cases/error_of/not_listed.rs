use studio_errors::catalog::ImageError;
use studio_errors::{ErrorOf, StudioErrorCode, code_set};

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[error("refund")]
#[studio(category = "quota")]
enum RefundError {
    /// There is nothing to refund
    #[studio(code = 1650, http = 404)]
    NothingToRefund,
}

code_set! { pub ServiceErrors: ImageError }

fn refund() -> Result<(), RefundError> {
    Err(RefundError::NothingToRefund)
}

fn handler() -> Result<&'static str, ErrorOf<ServiceErrors>> {
    refund()?;
    Ok("refunded")
}

fn main() {
    let _ = handler();
}
