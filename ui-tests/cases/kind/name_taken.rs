use studio_errors::{CodeSet, StudioErrorCode};

/// Without derives: rustc also compares the generated impls with those of this type.
pub enum WalletErrorKind {
    InsufficientCredits,
}

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", kind)]
pub enum WalletError {
    #[studio(code = 1601)]
    InsufficientCredits { need: u32 },
}

fn main() {
    println!("{:?}", WalletError::CODES);
}
