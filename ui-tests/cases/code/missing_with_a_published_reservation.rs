use studio_errors::{Catalog, Category, CodeList, CodeSet, StudioErrorCode};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("all", "All", 1..=99)];
    const PUBLISHED: CodeList = <Core as CodeSet>::CODES;
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "all", published, reserved(2))]
enum Core {
    /// The first.
    #[studio(code = 1, http = 400)]
    One,
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "all")]
enum Other {
    /// The second.
    #[studio(http = 404)]
    Two,
}

fn main() {
    println!("{}", Core::One.to_json());
    println!("{}", Other::Two.to_json());
}
