use studio_errors::ErrorOf;
use studio_errors::catalog::{ImageError, RenderError};

fn handler() -> Result<&'static str, ErrorOf<ImageError>> {
    Err(RenderError::JobNotFound)?
}

fn main() {
    let _ = handler();
}
