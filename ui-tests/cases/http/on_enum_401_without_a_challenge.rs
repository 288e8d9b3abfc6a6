use studio_errors::{Catalog, Category, CodeSet, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("login", "Login", 1..=99)];
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "login", http = 401)]
enum LoginError {
    /// The token is too old.
    #[studio(code = 1)]
    TokenExpired,
    /// The token is unknown.
    #[studio(code = 2)]
    TokenUnknown,
}

fn main() {
    println!("{} {:?}", LoginError::TokenExpired.to_json(), LoginError::CODES);
    println!("{:?}", LoginError::TokenUnknown);
}
