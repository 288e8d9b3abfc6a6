use studio_errors::StudioErrorCode;

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError<'a, T, const N: usize> {
    #[studio(code = 1601, http = 418)]
    InsufficientCredits(&'a [T; N]),
}

fn main() {
    println!("{}", WalletError::InsufficientCredits(&[0]).to_json());
}
