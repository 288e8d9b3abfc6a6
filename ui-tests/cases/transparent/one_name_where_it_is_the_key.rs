use studio_errors::{Catalog, Category, CodeSet, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("billing", "Billing", 1..=99)];
    const ENVELOPE: &'static str = r#"{"error":"{name:snake_case}","message":"{message}"}"#;
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "billing")]
enum BillingError {
    /// The card was declined
    #[studio(code = 1, http = 402)]
    CardDeclined,
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "billing")]
enum ShopError {
    /// The card was declined in the shop
    #[studio(code = 2, http = 402)]
    CardDeclined,
    #[studio(transparent)]
    Billing(BillingError),
}

fn main() {
    println!("{} {:?}", ShopError::CardDeclined.to_json(), ShopError::CODES);
}
