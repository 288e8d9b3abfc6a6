use studio_errors::catalog::{ImageError, QuotaError};
use studio_errors::code_set;

macro_rules! service {
    ($($error:ty),+) => {
        code_set! { pub ServiceErrors: ImageError, $($error),+ }
    };
}

service!(QuotaError, ImageError);

fn main() {}
