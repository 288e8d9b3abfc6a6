use studio_errors::{Catalog, Category, CodeSet, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("all", "All", 1..=99)];
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "all")]
enum WalletError {
    #[studio(code = 700)]
    One,
}

fn main() {
    println!("{} {:?}", WalletError::One.to_json(), WalletError::CODES);
}
