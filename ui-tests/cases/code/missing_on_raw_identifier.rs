#![allow(non_camel_case_types)]

use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is empty.
    #[studio(http = 402)]
    r#type,
}

fn main() {
    println!("{} {:?}", WalletError::r#type.to_json(), WalletError::CODES);
}
