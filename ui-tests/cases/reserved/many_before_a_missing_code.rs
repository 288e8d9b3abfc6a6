use studio_errors::{Catalog, Category, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("access", "Access", 0..=4_000_000_000)];
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "access", reserved(0..=1000000000))]
enum AccessError {
    /// The token has expired
    #[studio(http = 403)]
    Expired,
}

fn main() {
    println!("{:?}", AccessError::Expired);
}
