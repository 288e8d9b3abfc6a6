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

#[derive(StudioErrorCode)]
enum Either<A, B> {
    #[studio(transparent)]
    A(A),
    #[studio(transparent)]
    B(B),
}

code_set! { pub Sound: Either<ImageError, TopUpError> }
code_set! { pub Unsound: QuotaError, Either<RefundError, TopUpError> }

fn main() {}
