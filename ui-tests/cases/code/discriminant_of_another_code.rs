use studio_errors::StudioErrorCode;

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", kind)]
#[repr(u16)]
enum WalletError {
    /// The wallet is frozen
    #[studio(code = 1650, http = 423)]
    Frozen = 1651,
    /// The wallet is closed
    #[studio(code = 1652, http = 410)]
    Closed = 1652,
}

fn main() {
    println!("{:?} {:?}", WalletError::Frozen, WalletError::Closed);
}
