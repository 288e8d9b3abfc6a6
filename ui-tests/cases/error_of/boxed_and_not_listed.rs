use studio_errors::catalog::{ImageError, RenderError};
use studio_errors::{ErrorOf, code_set};

code_set! { pub ServiceErrors: ImageError }

fn handler() -> Result<&'static str, ErrorOf<ServiceErrors>> {
    Err(Box::new(RenderError::JobNotFound))?
}

fn main() {
    let _ = handler();
}
