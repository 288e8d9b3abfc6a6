//! The trait `FromCode`: creates a value from a code.

use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::sync::Arc;

use super::{CatalogFacts, CodeList, CodeSet, ErrorInfo};

/// A type that can be created from a code.
///
/// The derive implements it for enums of unit variants, and for enums with `#[studio(from_code)]`.
///
/// ```
/// use studio_errors::{catalog::{QuotaError, StudioError}, FromCode};
///
/// assert_eq!(QuotaError::from_code("STUDIO_1601"), Some(QuotaError::InsufficientCredits));
/// assert_eq!(QuotaError::from_code("STUDIO_1000"), None);
/// assert_eq!(StudioError::from_code("STUDIO_1601"), Some(StudioError::Quota(QuotaError::InsufficientCredits)));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be created from a code",
    label = "not `FromCode`",
    note = "the derive implements `FromCode` for enums of unit variants; an enum with transparent variants needs `#[studio(from_code)]`",
    note = "for an enum with fields, add `#[studio(kind)]`: the kind implements `FromCode`"
)]
pub trait FromCode: CodeSet + Sized {
    /// Returns the value that reports `code`, such as `"STUDIO_1601"`. If several variants share the code, it is the first.
    fn from_code(code: &str) -> Option<Self>;
}

/// What identifies an error in a body.
#[derive(Clone, Copy, Debug)]
pub(crate) enum CodeOrName<'a> {
    /// The code, such as `"STUDIO_1601"`.
    Code(&'a str),
    /// The name, in the envelope of this catalog.
    #[cfg_attr(not(feature = "details"), expect(dead_code, reason = "only `details` reads envelopes"))]
    Name(&'a str, &'static CatalogFacts),
}

impl<'a> CodeOrName<'a> {
    /// The text in the body.
    #[cfg(feature = "details")]
    pub(crate) fn as_str(self) -> &'a str {
        match self {
            Self::Code(text) | Self::Name(text, _) => text,
        }
    }

    /// Returns the number of the code in `catalog`. `codes` are those in which a name is looked up.
    #[cfg(feature = "details")]
    pub(crate) fn number(self, catalog: &CatalogFacts, codes: CodeList) -> Option<i64> {
        match self {
            Self::Code(code) => catalog.number_of(code),
            Self::Name(..) => Some(self.info(codes)?.code().number()),
        }
    }

    /// Returns the value that reports the error.
    pub(crate) fn find<T: FromCode>(self) -> Option<T> {
        match self {
            Self::Code(code) => T::from_code(code),
            Self::Name(..) => T::from_code(self.info(T::CODES)?.code().as_str()),
        }
    }

    pub(crate) fn info(self, codes: CodeList) -> Option<ErrorInfo> {
        match self {
            Self::Code(code) => codes.get(code),
            Self::Name(name, catalog) => codes.named(name, catalog),
        }
    }
}

macro_rules! forward {
    ($($pointer:ident),+) => {$(
        impl<T: FromCode> FromCode for $pointer<T> {
            fn from_code(code: &str) -> Option<Self> {
                T::from_code(code).map(Self::new)
            }
        }
    )+};
}

forward!(Box, Rc, Arc);
