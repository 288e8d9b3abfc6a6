use studio_errors::catalog::{ImageError, QuotaError};
use studio_errors::{ErrorOf, code_set};

code_set! { pub ServiceErrors: ImageError, QuotaError, ImageError }

// It is a member: one mistake, one error.
fn main() {
    let _ = ErrorOf::<ServiceErrors>::from(ImageError::InvalidPrompt);
}
