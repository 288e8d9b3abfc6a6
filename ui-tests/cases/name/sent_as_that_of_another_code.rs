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
    /// The card was declined again
    #[studio(code = 2, http = 402, name = "CARD__DECLINED")]
    Declined,
}

fn main() {
    println!("{} {:?}", BillingError::CardDeclined.to_json(), BillingError::CODES);
}
