use studio_errors::{Catalog, Category, CodeSet, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("wallet", "Wallet", 1..=99), Category::new("seat", "Seats", 90..=199)];
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "wallet")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 7, http = 402)]
    Unpaid,
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "seat")]
enum SeatError {
    /// No seat is free.
    #[studio(code = 107, http = 409)]
    Full,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
    println!("{} {:?}", SeatError::Full.to_json(), SeatError::CODES);
}
