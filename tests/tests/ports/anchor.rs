//! A port of Anchor's `ErrorCode` (`lang/src/error.rs`). The numbers and names are from Anchor. It is one enum with gaps between
//! six blocks, which a comment describes.
//!
//! The checks found no errors: with the blocks as categories, every number is in its block, and each number and name is unique,
//! because the compiler assigns most numbers. It also changes them if a variant is inserted, so here each variant states its
//! number. The comment describes open-ended blocks (`>= 2000`); as ranges they need an end.

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
        // The numbers that programs define.
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

/// Errors of a program, with a field, which nests the errors of the framework.
#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Anchor, category = "program")]
enum ProgramError {
    #[studio(transparent)]
    Anchor(ErrorCode),
    #[studio(code = 6000, http = 409, description = "the vault is closed")]
    VaultClosed { vault: [u8; 32] },
}

#[test]
fn every_number_gives_its_name_and_every_name_its_number() {
    assert_eq!(ErrorCode::CODES.iter().count(), 45);
    for info in ErrorCode::CODES {
        let error = ErrorCode::from_code(info.code().as_str()).unwrap();
        assert_eq!(error.info().name(), info.name());
        assert!(info.category().ranges().any(|range| range.contains(&info.code().number())));
    }
    assert_eq!(ErrorCode::ConstraintMintMintAuthority.info().name(), "CONSTRAINT_MINT_MINT_AUTHORITY");
    assert_eq!(ErrorCode::from_code("ANCHOR_3015"), Some(ErrorCode::AccountSysvarMismatch));
    assert_eq!(ErrorCode::from_code("ANCHOR_2020"), None);
}

#[test]
fn a_program_reports_its_own_errors_and_those_of_the_framework() {
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
