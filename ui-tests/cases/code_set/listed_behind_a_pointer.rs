use studio_errors::catalog::{ImageError, QuotaError};
use studio_errors::code_set;

code_set! { pub ServiceErrors: ImageError, QuotaError, Box<ImageError> }

fn main() {}
