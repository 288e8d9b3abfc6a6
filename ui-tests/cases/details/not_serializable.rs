use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The amount is out of range
    #[studio(code = 1650, http = 422)]
    Amount {
        #[studio(details)]
        limits: std::time::Instant,
    },
}

fn main() {
    println!("{:?}", WalletError::CODES);
}
