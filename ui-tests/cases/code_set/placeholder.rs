use studio_errors::catalog::ImageError;
use studio_errors::code_set;

code_set! { pub ServiceErrors: ImageError, _ }

fn main() {}
