use studio_errors::{Catalog, Category, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("access", "Access", 1..=99)];
    const CHALLENGE: studio_errors::Challenge = studio_errors::Challenge::Scheme("Bearer\r\nset-cookie: a=b");
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "access")]
enum AccessError {
    /// The token has expired
    #[studio(code = 1, http = 401)]
    Expired,
}

fn main() {
    println!("{}", AccessError::Expired.to_json());
}
