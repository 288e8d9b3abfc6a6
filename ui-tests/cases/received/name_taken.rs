use studio_errors::{CodeSet, StudioErrorCode};

/// Without derives: rustc also compares the generated impls with those of this type.
pub enum WalletReceived {
    InsufficientCredits { need: u32 },
}

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", received = "WalletReceived")]
pub enum WalletError {
    #[studio(code = 1601)]
    InsufficientCredits {
        #[studio(detail)]
        need: u32,
    },
}

fn main() {
    println!("{:?}", WalletError::CODES);
}
