//! Lints that a user may forbid. An `allow` in the generated code would be an error.

#![forbid(long_running_const_eval, unexpected_cfgs)]

use studio_errors::StudioErrorCode;

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", kind)]
enum WalletError {
    /// The wallet is empty
    #[studio(code = 1650, http = 402)]
    Empty,
    /// The wallet is frozen
    #[studio(code = 1651, http = 423)]
    Frozen { since: u32 },
}

#[test]
fn it_compiles() {
    assert_eq!(WalletError::Empty.code(), WalletError::EMPTY);
    let WalletError::Frozen { since } = (WalletError::Frozen { since: 7 }) else { unreachable!() };
    assert_eq!(since, 7);
}
