use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The amount is out of range
    #[studio(code = 1650, http = 500)]
    Amount {
        #[studio(details)]
        limits: std::collections::BTreeMap<String, u32>,
    },
}

fn main() {
    println!("{:?}", WalletError::CODES);
}
