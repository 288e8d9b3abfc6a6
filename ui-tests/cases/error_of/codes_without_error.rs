use studio_errors::{ErrorOf, StudioErrorCode, code_set};

#[derive(StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    #[studio(code = 1601)]
    InsufficientCredits,
}

code_set! { pub ServiceErrors: WalletError }

fn spend() -> Result<(), WalletError> {
    Err(WalletError::InsufficientCredits)
}

fn handler() -> Result<&'static str, ErrorOf<ServiceErrors>> {
    spend()?;
    Ok("spent")
}

fn main() {
    let _ = handler();
}
