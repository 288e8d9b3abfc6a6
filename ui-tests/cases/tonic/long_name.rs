use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", tonic)]
enum WalletError {
    /// The wallet is empty.
    #[error("the wallet is empty")]
    #[studio(code = 1604, http = 402)]
    ANameOfMoreThanSixtyThreeCharactersIsTooLongForTheReasonOfAnError,
}

fn main() {
    println!("{} {:?}", WalletError::ANameOfMoreThanSixtyThreeCharactersIsTooLongForTheReasonOfAnError.to_json(), WalletError::CODES);
}
