use studio_errors::ErrorResponse;

/// An error such as `anyhow::Error`.
struct AnyError;

fn load() -> Result<String, AnyError> {
    Err(AnyError)
}

fn handler() -> Result<String, ErrorResponse> {
    Ok(load()?)
}

fn main() {
    let _ = handler();
}
