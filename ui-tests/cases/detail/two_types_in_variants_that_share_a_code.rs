use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// There is no such wallet.
    #[studio(code = 1650, http = 404, name = "NO_WALLET")]
    NoWallet { #[studio(detail)] wallet: u64 },
    /// There is no such wallet.
    #[studio(code = 1650, http = 404, name = "NO_WALLET")]
    NoNamedWallet { #[studio(detail)] wallet: String },
}

fn main() {
    println!("{} {:?}", WalletError::NoWallet { wallet: 7 }.to_json(), WalletError::CODES);
    println!("{}", WalletError::NoNamedWallet { wallet: String::new() }.to_json());
}
