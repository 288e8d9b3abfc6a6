use studio_errors::StudioErrorCode;

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    #[studio(code = 1600, retry-after)]
    RateLimitExceeded,
}

fn main() {
    println!("{}", WalletError::RateLimitExceeded.to_json());
}
