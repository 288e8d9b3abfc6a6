use studio_errors::{Catalog, Category, CodeSet, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("all", "All", 99..=1)];
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "all")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 7, http = 402)]
    Unpaid,
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "all")]
enum SeatError {
    /// No seat is free.
    #[studio(code = 8, http = 409)]
    Full,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
    println!("{} {:?}", SeatError::Full.to_json(), SeatError::CODES);
}
