use studio_errors::{Catalog, Category, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("access", "Access", 1..=99)];
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "access")]
enum AccessError {
    /// The token has expired
    #[studio(code = 3, http = 401)]
    Expired,
    /// The token is unknown
    #[studio(code = 2, http = 401)]
    Unknown,
    /// The token is of another tenant
    #[studio(code = 1, http = 401)]
    OtherTenant,
}

fn main() {
    println!("{:?} {:?} {:?}", AccessError::Expired, AccessError::Unknown, AccessError::OtherTenant);
}
