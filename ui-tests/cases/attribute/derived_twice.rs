use studio_errors::StudioErrorCode;

#[derive(Debug, StudioErrorCode)]
#[derive(Clone, studio_errors::StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is frozen
    #[studio(code = 1650, http = 423)]
    Frozen,
}

fn main() {
    println!("{:?}", WalletError::Frozen.clone());
}
