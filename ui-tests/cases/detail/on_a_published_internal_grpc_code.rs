use studio_errors::{Catalog, Category, CodeList, CodeSet, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("billing", "Billing", 1..=99)];
    const PUBLISHED: CodeList = <BillingError as CodeSet>::CODES;
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "billing", published)]
enum BillingError {
    /// The ledger is damaged
    #[studio(code = 1, http = 409, grpc = "data_loss")]
    LedgerDamaged,
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "billing")]
enum WalletError {
    #[studio(code = 1)]
    LedgerDamaged {
        #[studio(detail)]
        wallet: u64,
    },
}

fn main() {
    println!("{} {:?}", WalletError::LedgerDamaged { wallet: 7 }.to_json(), BillingError::CODES);
}
