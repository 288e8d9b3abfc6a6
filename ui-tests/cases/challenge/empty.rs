use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "authentication")]
enum TokenError {
    /// The token lacks a scope
    #[studio(code = 1750, http = 403, challenge = "")]
    NoScope,
}

fn main() {
    println!("{} {:?}", TokenError::NoScope.to_json(), TokenError::CODES);
}
