use studio_errors::StudioErrorCode;

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is frozen
    ///
    /// # Resolution
    #[doc = concat!("Ask ", "support")]
    #[studio(code = 1650, http = 423)]
    Frozen,
}

fn main() {
    println!("{:?}", WalletError::Frozen);
}
