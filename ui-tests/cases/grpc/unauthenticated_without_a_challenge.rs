use studio_errors::{Catalog, Category, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("access", "Access", 1..=99)];
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "access")]
enum AccessError {
    /// The token has expired
    #[studio(code = 1, grpc = "unauthenticated")]
    Expired,
}

fn main() {
    println!("{}", AccessError::Expired.to_json());
}
