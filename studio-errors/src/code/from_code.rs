//! The trait `FromCode`: creates a value from a code.

use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::sync::Arc;

use super::spelling::Spelling;

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
pub trait FromCode: Sized {
    /// Returns the value that reports `code`, such as `"STUDIO_1601"`. If several variants share the code, it is the first.
    fn from_code(code: &str) -> Option<Self>;

    /// The same for a code that nested types share, so that it is read once for all of them.
    #[doc(hidden)]
    #[must_use]
    fn from_spelling(code: &mut Spelling<'_>) -> Option<Self> {
        Self::from_code(code.as_str())
    }
}

macro_rules! forward {
    ($($pointer:ident),+) => {$(
        impl<T: FromCode> FromCode for $pointer<T> {
            fn from_code(code: &str) -> Option<Self> {
                T::from_code(code).map(Self::new)
            }

            fn from_spelling(code: &mut Spelling<'_>) -> Option<Self> {
                T::from_spelling(code).map(Self::new)
            }
        }
    )+};
}

forward!(Box, Rc, Arc);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::QuotaError;

    /// An implementation by hand with only the required method.
    #[derive(Debug, PartialEq)]
    struct ByHand(alloc::string::String);

    impl FromCode for ByHand {
        fn from_code(code: &str) -> Option<Self> {
            (code != "A_1").then(|| Self(code.into()))
        }
    }

    #[test]
    fn a_nested_type_reads_the_same_code() {
        fn nested<T: FromCode>(code: &str) -> Option<T> {
            T::from_spelling(&mut Spelling::new(code))
        }
        assert_eq!(nested::<ByHand>("STUDIO_01601"), Some(ByHand("STUDIO_01601".into())));
        assert_eq!((nested::<ByHand>("A_1"), nested::<Box<ByHand>>("A_1")), (None, None));
        let known = Some(QuotaError::InsufficientCredits);
        assert_eq!((nested("STUDIO_1601"), QuotaError::from_code("STUDIO_1601")), (known, known));
        assert_eq!(nested::<Arc<QuotaError>>("STUDIO_1601").as_deref(), known.as_ref());
        assert_eq!(Rc::<QuotaError>::from_code("STUDIO_1601").as_deref(), known.as_ref());
    }
}
