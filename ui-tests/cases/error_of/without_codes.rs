use studio_errors::catalog::ImageError;
use studio_errors::{ErrorOf, code_set};

code_set! { pub ServiceErrors: ImageError }

fn handler() -> Result<String, ErrorOf<ServiceErrors>> {
    Ok(std::fs::read_to_string("image.png")?)
}

fn main() {
    let _ = handler();
}
