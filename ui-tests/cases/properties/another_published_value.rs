use studio_errors::{Catalog, Category, CodeList, CodeSet, Property, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("billing", "Billing", 1..=99)];
    const PROPERTIES: &'static [Property] = &[Property::new("type")];
    const PUBLISHED: CodeList = <PublishedError as CodeSet>::CODES;
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "billing", published)]
enum PublishedError {
    #[studio(code = 1, http = 402, description = "The card was declined", properties(type = "card"))]
    CardDeclined,
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "billing")]
enum BillingError {
    #[studio(code = 1, properties(type = "seat"))]
    CardDeclined,
}

fn main() {
    println!("{} {}", PublishedError::CardDeclined.to_json(), BillingError::CardDeclined.to_json());
}
