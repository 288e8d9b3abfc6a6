use studio_errors::{CodeSet, StudioErrorCode};

/// The wallet is empty.
#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", code = 1604, http = 402, from_code)]
struct Unpaid(u32);

fn main() {
    println!("{} {:?}", Unpaid(7).to_json(), Unpaid::CODES);
}
