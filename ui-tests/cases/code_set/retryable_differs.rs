use studio_errors::{CodeSet, StudioErrorCode, code_set};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum TopUpError {
    /// Another top-up is in progress.
    #[studio(code = 1650, http = 409, name = "IN_PROGRESS", retryable = true)]
    InProgress,
}

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum RefundError {
    /// Another refund is in progress.
    #[studio(code = 1650, http = 409, name = "IN_PROGRESS")]
    InProgress,
}

code_set! {
    All: TopUpError, RefundError
}

fn main() {
    println!("{} {} {:?}", TopUpError::InProgress.to_json(), RefundError::InProgress.to_json(), All::CODES);
}
