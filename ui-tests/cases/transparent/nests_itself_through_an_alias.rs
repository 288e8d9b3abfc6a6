use studio_errors::StudioErrorCode;

type Inner = Box<WalletError>;

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is frozen
    #[studio(code = 1650, http = 423)]
    Frozen,
    #[studio(transparent)]
    Again(Inner),
}

fn main() {
    println!("{:?}", WalletError::Again(Box::new(WalletError::Frozen)));
}
