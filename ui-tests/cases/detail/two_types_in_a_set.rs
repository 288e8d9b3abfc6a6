use studio_errors::{CodeSet, StudioErrorCode, code_set};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum TopUpError {
    /// There is no such wallet.
    #[studio(code = 1650, http = 404)]
    NoWallet { #[studio(detail)] wallet: u64 },
}

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum RefundError {
    /// There is no such wallet.
    #[studio(code = 1650, http = 404)]
    NoWallet { #[studio(detail)] wallet: String },
}

code_set! { Services: TopUpError, RefundError }

fn main() {
    println!("{:?}", Services::CODES);
    println!("{}", TopUpError::NoWallet { wallet: 7 }.to_json());
    println!("{}", RefundError::NoWallet { wallet: String::new() }.to_json());
}
