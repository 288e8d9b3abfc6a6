use studio_errors::{CodeSet, StudioErrorCode};

/// The wallet is empty.
#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", code = 1700, http = 402)]
struct Unpaid;

fn main() {
    println!("{} {:?}", Unpaid.to_json(), Unpaid::CODES);
    println!("{}", Unpaid::CODE);
}
