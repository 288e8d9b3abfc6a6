use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum TopUpError {
    /// There is no such wallet.
    #[studio(code = 1650, http = 404)]
    NoWallet { #[studio(detail)] wallet: u64 },
}

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// There is no such wallet.
    #[studio(code = 1650, http = 404)]
    NoWallet { #[studio(detail)] wallet: bool },
    #[studio(transparent)]
    TopUp(TopUpError),
}

fn main() {
    println!("{} {:?}", WalletError::NoWallet { wallet: true }.to_json(), WalletError::CODES);
    println!("{}", WalletError::TopUp(TopUpError::NoWallet { wallet: 7 }).to_json());
}
