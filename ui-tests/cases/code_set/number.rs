use studio_errors::catalog::{ImageError, QuotaError};
use studio_errors::{CodeSet, code_set};

code_set! { pub Service: ImageError, 1601, QuotaError }

// The set is still generated, so there is only one error.
fn main() {
    println!("{:?}", Service::CODES);
}
