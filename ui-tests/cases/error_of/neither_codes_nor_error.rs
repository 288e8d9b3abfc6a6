use studio_errors::catalog::ImageError;
use studio_errors::{ErrorOf, code_set};

code_set! { pub ServiceErrors: ImageError }

/// An error such as `anyhow::Error`.
struct AnyError;

fn load() -> Result<String, AnyError> {
    Err(AnyError)
}

fn handler() -> Result<String, ErrorOf<ServiceErrors>> {
    Ok(load()?)
}

fn main() {
    let _ = handler();
}
