use studio_errors::catalog::{ImageError, QuotaError};
use studio_errors::code_set;

code_set! { pub Service: }
code_set! { pub Other: ImageError, QuotaError }

fn main() {}
