use studio_errors::{Catalog, Category, CodeSet, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "HE";
    const WIDTH: usize = 2;
    const CATEGORIES: &'static [Category] = &[Category::new("region", "Regions", 0..=99)];
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "region")]
enum RegionError {
    /// There is no such region.
    #[studio(code = 004, http = 404)]
    Unknown,
}

fn main() {
    println!("{} {:?}", RegionError::Unknown.to_json(), RegionError::CODES);
}
