use studio_errors::StudioErrorCode;

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    #[error("the ledger {0} is moving")]
    #[studio(code = 1604, grpc = "unavailable", description = "The wallet is moving", display)]
    Moving(u64),
}

fn main() {
    println!("{}", WalletError::Moving(1).to_json());
}
