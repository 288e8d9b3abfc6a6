use studio_errors::StudioErrorCode;
#[derive(StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is empty.
    #[studio(code = 1651, http = 400)]
    Unpaid,
    #[studio(transparent)]
    Nested(Box<crate::WalletError>),
}
fn main() {
    println!("{}", WalletError::Unpaid.to_json());
}
