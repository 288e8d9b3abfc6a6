use studio_errors::ErrorResponse;

fn handler() -> Result<String, ErrorResponse> {
    Ok(std::fs::read_to_string("image.png")?)
}

fn main() {
    let _ = handler();
}
