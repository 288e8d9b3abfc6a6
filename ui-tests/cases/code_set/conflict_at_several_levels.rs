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
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "all")]
enum B {
    /// What happened.
    #[studio(code = 1, http = 400)]
    Other,
}

#[derive(Debug, StudioErrorCode)]
enum Inner {
    #[studio(transparent)]
    First(A),
    #[studio(transparent)]
    Second(B),
}

#[derive(Debug, StudioErrorCode)]
enum Outer {
    #[studio(transparent)]
    Inner(Inner),
    #[studio(transparent)]
    Second(B),
}

code_set! { All: Outer, Inner, A }

fn main() {
    println!("{:?} {:?}", All::CODES, Outer::Inner(Inner::First(A::One)));
    println!("{:?}", [Outer::Second(B::Other), Outer::Inner(Inner::Second(B::Other))]);
}
