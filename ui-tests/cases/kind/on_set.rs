use studio_errors::catalog::QuotaError;
use studio_errors::{CodeSet, code_set};

code_set! {
    #[studio(kind)]
    All: QuotaError
}

fn main() {
    println!("{:?}", All::CODES);
}
