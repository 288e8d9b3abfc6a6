use studio_errors::{CodeSet, StudioErrorCode, code_set};

mod v1 {
    use studio_errors::{Catalog, Category};

    pub struct Acme;

    impl Catalog for Acme {
        const PREFIX: &'static str = "ACME";
        const CATEGORIES: &'static [Category] = &[Category::new("all", "All", 1..=99)];
    }
}

mod v2 {
    use studio_errors::{Catalog, Category};

    pub struct Acme;

    impl Catalog for Acme {
        const PREFIX: &'static str = "ACME";
        const CATEGORIES: &'static [Category] = &[Category::new("all", "All", 1..=99)];
        const ENVELOPE: &'static str = r#"{"code":"{code}","message":"{message}"}"#;
    }
}

#[derive(StudioErrorCode)]
#[studio(catalog = v1::Acme, category = "all")]
enum OrderError {
    /// The order does not exist
    #[studio(code = 1, http = 404)]
    NotFound,
}

code_set! {
    #[studio(catalog = v2::Acme)]
    All: OrderError
}

fn main() {
    println!("{:?} {}", All::CODES, OrderError::NotFound.code());
}
