//! Keys in any order, in several attributes, in any kind of brackets, with trailing commas; empty attributes; raw identifiers.

#![deny(warnings)]

use studio_errors::StudioErrorCode;

#[derive(Debug, StudioErrorCode)]
#[studio()]
#[studio(category = "quota")]
#[allow(non_camel_case_types)]
enum WalletError {
    /// The wallet is empty.
    #[studio(http = 402, code = 1610)]
    Empty,
    /// The wallet is frozen.
    #[studio[code = 1611]]
    #[studio{http = 423}]
    #[studio()]
    Frozen,
    /// The wallet is of another type.
    #[studio(code = 1612, http = 409)]
    r#type,
    /// The wallet speaks German.
    #[studio(code = 1613, http = 400, name = "GELDBOERSE")]
    Geldbörse,
    /// The wallet moved.
    #[studio(code = 1014, http = 410, category = "image")]
    Moved { r#to: u32 },
}

#[test]
fn each_reads() {
    assert_eq!(WalletError::Empty.http(), 402);
    assert_eq!(WalletError::FROZEN, WalletError::Frozen.code());
    assert_eq!(WalletError::TYPE, WalletError::r#type.code());
    let moved = WalletError::Moved { r#to: 7 };
    assert_eq!(moved.info().category().slug(), "image");
    assert_eq!(WalletError::GELDBOERSE, WalletError::Geldbörse.code());
    let WalletError::Moved { r#to } = moved else { unreachable!() };
    assert_eq!(r#to, 7);
}
