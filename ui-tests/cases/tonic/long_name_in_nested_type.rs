use studio_errors::{CodeSet, StudioErrorCode};

/// The wallet is empty.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[error("the wallet is empty")]
#[studio(category = "quota", code = 1604, http = 402, name = "A_NAME_OF_MORE_THAN_SIXTY_THREE_CHARACTERS_IS_TOO_LONG_FOR_A_REASON")]
struct Unpaid;

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(tonic)]
enum WalletError {
    #[error(transparent)]
    #[studio(transparent)]
    Unpaid(Unpaid),
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid(Unpaid).to_json(), WalletError::CODES);
}
