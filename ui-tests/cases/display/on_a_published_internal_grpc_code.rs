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
    #[studio(code = 1, display)]
    LedgerDamaged,
}

impl std::fmt::Display for WalletError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("wallet 7")
    }
}

fn main() {
    println!("{} {:?}", WalletError::LedgerDamaged.to_json(), BillingError::CODES);
}
