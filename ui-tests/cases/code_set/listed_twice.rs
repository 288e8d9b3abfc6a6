use studio_errors::catalog::{ImageError, QuotaError};
use studio_errors::{ErrorOf, code_set};

code_set! { pub ServiceErrors: ImageError, QuotaError, ImageError }

// The type is a member, so there is only one error.
fn main() {
    let _ = ErrorOf::<ServiceErrors>::from(ImageError::InvalidPrompt);
}
