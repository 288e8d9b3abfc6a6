use studio_errors::catalog::{ImageError, RenderError};
use studio_errors::{ErrorOf, code_set};

code_set! { pub RenderErrors: RenderError }
code_set! { pub ServiceErrors: ImageError, RenderErrors }

fn handler() -> Result<&'static str, ErrorOf<ServiceErrors>> {
    Err(RenderError::JobNotFound)?
}

fn main() {
    let _ = handler();
}
