use studio_errors::{Catalog, Category, CodeSet, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("wallet", "Wallet", 7..=7)];
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "wallet")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 7, http = 402)]
    Unpaid,
    /// The wallet is frozen.
    #[studio(code = 8, http = 403)]
    Frozen,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
    println!("{}", WalletError::Frozen.to_json());
}
