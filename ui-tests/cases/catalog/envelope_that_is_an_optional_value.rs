use studio_errors::{Catalog, Category, CodeSet, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("wallet", "Wallet", 1..=99)];
    const CODE_HEADER: Option<&'static str> = Some("x-acme-code");
    const ENVELOPE: &'static str = "{details}";
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "wallet")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 7, http = 402)]
    Unpaid,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
}
