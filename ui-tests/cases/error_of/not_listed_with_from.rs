use studio_errors::catalog::{ImageError, RenderError};
use studio_errors::{ErrorOf, code_set};

code_set! { pub ServiceErrors: ImageError }

fn handler() -> ErrorOf<ServiceErrors> {
    ErrorOf::<ServiceErrors>::from(RenderError::JobNotFound)
}

fn main() {
    handler();
}
