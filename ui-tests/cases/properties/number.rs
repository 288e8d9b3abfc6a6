use studio_errors::{Catalog, Category, CodeSet, Property, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("billing", "Billing", 1..=99)];
    const PROPERTIES: &'static [Property] = &[Property::new("type")];
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "billing")]
enum BillingError {
    /// The card was declined
    #[studio(code = 1, http = 402, properties(type = 7))]
    CardDeclined,
}

fn main() {
    println!("{} {:?}", BillingError::CardDeclined.to_json(), BillingError::CODES);
}
