use studio_errors::{Catalog, Category, CodeSet, Property, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("billing", "Billing", 1..=99)];
    const PROPERTIES: &'static [Property] = &[Property::new("type").one_of(&["invalid_request", "api_error"])];
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "billing")]
enum BillingError {
    /// The card was declined
    #[studio(code = 1, http = 402, properties(type = "payment"))]
    CardDeclined,
}

fn main() {
    println!("{} {:?}", BillingError::CardDeclined.to_json(), BillingError::CODES);
}
