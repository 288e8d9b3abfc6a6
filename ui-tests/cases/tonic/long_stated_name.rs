use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", tonic)]
enum WalletError {
    /// The wallet is empty.
    #[error("the wallet is empty")]
    #[studio(code = 1604, http = 402, name = "A_NAME_OF_MORE_THAN_SIXTY_THREE_CHARACTERS_IS_TOO_LONG_FOR_A_REASON")]
    Unpaid,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
}
