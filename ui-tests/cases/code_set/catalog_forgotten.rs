use studio_errors::{Catalog, Category, StudioErrorCode, code_set};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("quota", "Quota", 1600..=1699)];
}

#[derive(StudioErrorCode)]
#[studio(catalog = Acme, category = "quota")]
enum TopUpError {
    /// This top-up was made already
    #[studio(code = 1651, http = 409)]
    MadeAlready,
}

#[derive(StudioErrorCode)]
#[studio(category = "quota")]
enum RefundError {
    /// There is nothing to refund
    #[studio(code = 1650, http = 404)]
    NothingToRefund,
}

code_set! {
    #[studio(catalog = Acme)]
    pub ServiceErrors: TopUpError, RefundError
}

fn main() {}
