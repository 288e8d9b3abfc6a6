use studio_errors::catalog::{ImageError, QuotaError};
use studio_errors::code_set;

code_set! {
    #[studio(catalog)]
    pub ServiceErrors: ImageError, QuotaError
}

fn main() {}
