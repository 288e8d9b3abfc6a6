//! The shape of Anchor's `ErrorCode` (`lang/src/error.rs`): numbers and names are theirs; one enum, sparse, six blocks that
//! the source describes in a comment.
//!
//! What the checks found: with the blocks of the comment as categories every number lies in its block, and no number or name
//! is taken twice, because the compiler counts most of them. It also counts them anew when a variant is put in the middle:
//! here each states its number. The comment calls blocks open-ended (`>= 2000`): as ranges they had to be given an end.

use studio_errors::{Catalog, Category, CodeSet, FromCode, StudioErrorCode};

struct Anchor;

impl Catalog for Anchor {
    const PREFIX: &'static str = "ANCHOR";
    const CATEGORIES: &'static [Category] = &[
        Category::new("instruction", "Instructions", 100..=999),
        Category::new("idl", "IDL", 1000..=1999),
        Category::new("constraint", "Constraints", 2000..=2999),
        Category::new("account", "Accounts", 3000..=3999),
        Category::new("state", "State", 4000..=4000),
        Category::new("misc", "Miscellaneous", 4100..=4999),
        Category::new("deprecated", "Deprecated", 5000..=5000),
        // What programs number themselves.
        Category::new("program", "Programs", 6000..=65535),
    ];
}

macro_rules! blocks {
    ($($category:literal { $($code:literal $variant:ident,)* })*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, StudioErrorCode)]
        #[studio(catalog = Anchor)]
        enum ErrorCode {
            $($(#[studio(code = $code, http = 400, category = $category, description = "refused")] $variant,)*)*
        }
    };
}

blocks! {
    "instruction" {
        100 InstructionMissing, 101 InstructionFallbackNotFound, 102 InstructionDidNotDeserialize,
        103 InstructionDidNotSerialize,
    }
    "idl" { 1000 IdlInstructionStub, 1001 IdlInstructionInvalidProgram, }
    "constraint" {
        2000 ConstraintMut, 2001 ConstraintHasOne, 2002 ConstraintSigner, 2003 ConstraintRaw, 2004 ConstraintOwner,
        2005 ConstraintRentExempt, 2006 ConstraintSeeds, 2007 ConstraintExecutable, 2008 ConstraintState,
        2009 ConstraintAssociated, 2010 ConstraintAssociatedInit, 2011 ConstraintClose, 2012 ConstraintAddress,
        2013 ConstraintZero, 2014 ConstraintTokenMint, 2015 ConstraintTokenOwner, 2016 ConstraintMintMintAuthority,
        2017 ConstraintMintFreezeAuthority, 2018 ConstraintMintDecimals, 2019 ConstraintSpace,
    }
    "account" {
        3000 AccountDiscriminatorAlreadySet, 3001 AccountDiscriminatorNotFound, 3002 AccountDiscriminatorMismatch,
        3003 AccountDidNotDeserialize, 3004 AccountDidNotSerialize, 3005 AccountNotEnoughKeys, 3006 AccountNotMutable,
        3007 AccountOwnedByWrongProgram, 3008 InvalidProgramId, 3009 InvalidProgramExecutable, 3010 AccountNotSigner,
        3011 AccountNotSystemOwned, 3012 AccountNotInitialized, 3013 AccountNotProgramData,
        3014 AccountNotAssociatedTokenAccount, 3015 AccountSysvarMismatch,
    }
    "state" { 4000 StateInvalidAddress, }
    "misc" { 4100 DeclaredProgramIdMismatch, }
    "deprecated" { 5000 Deprecated, }
}

/// A program of its own, with a payload, that reports the framework's errors too.
#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Anchor, category = "program")]
enum ProgramError {
    #[studio(transparent)]
    Anchor(ErrorCode),
    #[studio(code = 6000, http = 409, description = "the vault is closed")]
    VaultClosed { vault: [u8; 32] },
}

#[test]
fn every_number_leads_to_its_name_and_back() {
    assert_eq!(ErrorCode::CODES.iter().count(), 45);
    for info in ErrorCode::CODES.iter() {
        let error = ErrorCode::from_code(info.code().as_str()).unwrap();
        assert_eq!(error.name(), info.name());
        assert!(info.category().ranges().any(|range| range.contains(&info.code().number())));
    }
    assert_eq!(ErrorCode::ConstraintMintMintAuthority.name(), "CONSTRAINT_MINT_MINT_AUTHORITY");
    assert_eq!(ErrorCode::from_code("ANCHOR_3015"), Some(ErrorCode::AccountSysvarMismatch));
    assert_eq!(ErrorCode::from_code("ANCHOR_2020"), None);
}

#[test]
fn a_program_reports_its_own_and_the_framework_s() {
    assert_eq!(ProgramError::CODES.iter().count(), 46);
    assert_eq!(ProgramError::from(ErrorCode::Deprecated).code(), "ANCHOR_5000");
    let ProgramError::VaultClosed { vault } = (ProgramError::VaultClosed { vault: [7; 32] }) else { panic!() };
    assert_eq!(ProgramError::VaultClosed { vault }.code().number(), 6000);
}

impl From<ErrorCode> for ProgramError {
    fn from(error: ErrorCode) -> Self {
        Self::Anchor(error)
    }
}
