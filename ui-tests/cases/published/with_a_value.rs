use studio_errors::{Catalog, Category, CodeList, CodeSet, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("wallet", "Wallet", 1..=99)];
    const PUBLISHED: CodeList = WalletError::CODES;
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "wallet", published = true)]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 7, http = 402)]
    InsufficientCredits,
}

fn main() {
    println!("{} {:?}", WalletError::InsufficientCredits.to_json(), WalletError::CODES);
}
