use studio_errors::StudioErrorCode;

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", published)]
enum WalletError<const N: usize> {
    /// The wallet is empty.
    #[studio(code = 1604, http = 402)]
    Unpaid,
}

fn main() {
    println!("{}", WalletError::<0>::Unpaid.to_json());
}
