use studio_errors::{CodeSet, StudioErrorCode};

/// The wallet is empty.
#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", http = 402)]
struct Unpaid;

fn main() {
    println!("{} {:?}", Unpaid.to_json(), Unpaid::CODES);
}
