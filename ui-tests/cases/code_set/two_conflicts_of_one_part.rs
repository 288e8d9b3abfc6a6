use studio_errors::{Catalog, Category, CodeSet, StudioErrorCode, code_set};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("all", "All", 1..=99)];
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "all")]
enum A {
    /// What happened.
    #[studio(code = 1, http = 400)]
    One,
    /// What happened.
    #[studio(code = 2, http = 400)]
    Two,
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "all")]
enum B {
    /// What happened.
    #[studio(code = 1, http = 400)]
    Other,
    /// What happened.
    #[studio(code = 2, http = 400)]
    Three,
}

code_set! { All: A, B }

fn main() {
    println!("{:?} {:?} {:?}", All::CODES, [A::One, A::Two], [B::Other, B::Three]);
}
