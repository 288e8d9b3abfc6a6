use studio_errors::{Catalog, Category, CodeSet, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::with_ranges("region", "Regions", &[10_001..=19_999, 520_000..=529_999])];
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "region")]
enum RegionError {
    /// There is no such region.
    #[studio(code = 530000, http = 404)]
    Unknown,
}

fn main() {
    println!("{} {:?}", RegionError::Unknown.to_json(), RegionError::CODES);
}
