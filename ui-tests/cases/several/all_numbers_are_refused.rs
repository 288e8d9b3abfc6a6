use studio_errors::StudioErrorCode;

#[derive(StudioErrorCode)]
#[studio(category = "quota", reserved(1604))]
enum WalletError {
    /// The wallet is empty
    #[studio(code = 1604, http = 402)]
    Empty,
    /// The wallet is locked
    #[studio(http = 402)]
    Locked,
}

fn main() {}
