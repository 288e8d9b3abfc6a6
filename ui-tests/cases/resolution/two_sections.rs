use studio_errors::StudioErrorCode;

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is frozen
    ///
    /// # Resolution
    ///
    /// Ask support
    ///
    /// # Resolution
    ///
    /// Wait a day
    #[studio(code = 1650, http = 423)]
    Frozen,
}

fn main() {
    println!("{:?}", WalletError::Frozen);
}
