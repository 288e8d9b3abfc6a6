use studio_errors::{Catalog, Category, StudioErrorCode, code_set};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("quota", "Quota", 1600..=1699)];
}

#[derive(StudioErrorCode)]
#[studio(category = "quota")]
enum RefundError {
    /// There is nothing to refund
    #[studio(code = 1650, http = 404)]
    NothingToRefund,
}

#[derive(StudioErrorCode)]
#[studio(catalog = Acme)]
enum WalletError {
    #[studio(transparent)]
    Refund(RefundError),
}

code_set! {
    #[studio(catalog = Acme)]
    pub ServiceErrors: WalletError
}

fn main() {}
