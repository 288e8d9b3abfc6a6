use studio_errors::StudioErrorCode;

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet is empty.
    Unpaid(#[studio(codes = 1604)] u32),
}

fn main() {
    println!("{}", WalletError::Unpaid(1).to_json());
}
