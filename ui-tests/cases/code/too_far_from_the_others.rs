use studio_errors::{Catalog, Category, CodeSet, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "";
    const SEPARATOR: &'static str = "";
    const CATEGORIES: &'static [Category] = &[Category::new("all", "All", i64::MIN..=i64::MAX)];
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "all")]
enum AcmeError {
    /// The wallet is empty.
    #[studio(code = -1, http = 402)]
    Unpaid,
    /// The wallet is frozen.
    #[studio(code = 4294967295, http = 423)]
    Frozen,
}

fn main() {
    println!("{} {:?}", AcmeError::Unpaid.to_json(), AcmeError::CODES);
    println!("{} {}", AcmeError::UNPAID, AcmeError::FROZEN);
}
