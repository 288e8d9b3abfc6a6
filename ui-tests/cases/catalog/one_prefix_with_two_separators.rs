use studio_errors::{Catalog, Category, CodeSet, StudioErrorCode, code_set};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("billing", "Billing", 1..=99)];
}

struct Old;

impl Catalog for Old {
    const PREFIX: &'static str = "ACME";
    const SEPARATOR: &'static str = "-";
    const CATEGORIES: &'static [Category] = &[Category::new("shop", "Shop", 1..=99)];
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "billing")]
enum BillingError {
    /// The card was declined
    #[studio(code = 1, http = 402)]
    CardDeclined,
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Old, category = "shop")]
enum ShopError {
    /// The shop is closed
    #[studio(code = 2, http = 409)]
    Closed,
    /// The shop has moved
    #[studio(code = 3, http = 409)]
    Moved,
}

code_set! { Errors: BillingError, ShopError }

fn main() {
    println!("{} {:?}", BillingError::CardDeclined.to_json(), Errors::CODES);
}
