use std::error::Error;
use studio_errors::catalog::ImageError;
use studio_errors::{ErrorOf, code_set};

code_set! { pub ServiceErrors: ImageError }

fn load() -> Result<String, Box<dyn Error + Send + Sync>> {
    Ok(String::new())
}

fn handler() -> Result<String, ErrorOf<ServiceErrors>> {
    Ok(load()?)
}

fn main() {
    let _ = handler();
}
