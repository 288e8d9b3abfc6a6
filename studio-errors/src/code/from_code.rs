//! From a code back to the value.

use alloc::boxed::Box;
use alloc::format;
use alloc::rc::Rc;
use alloc::sync::Arc;

/// A type that is made from the text of a code.
///
/// The derive implements it for enums of unit variants, and for others that ask with `#[studio(from_code)]`.
///
/// ```
/// use studio_errors::{catalog::{QuotaError, StudioError}, FromCode};
///
/// assert_eq!(QuotaError::from_code("STUDIO_1601"), Some(QuotaError::InsufficientCredits));
/// assert_eq!(QuotaError::from_code("STUDIO_1000"), None);
/// assert_eq!(StudioError::from_code("STUDIO_1601"), Some(StudioError::Quota(QuotaError::InsufficientCredits)));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be made from its code",
    label = "not `FromCode`",
    note = "an enum of unit variants can; with transparent variants it asks for it: `#[studio(from_code)]`"
)]
pub trait FromCode: Sized {
    /// The value that reports `code`, such as `"STUDIO_1601"`; the first where several do.
    fn from_code(code: &str) -> Option<Self>;

    /// The same of a code that is taken apart already: one look at a text serves every nested type.
    #[doc(hidden)]
    #[must_use]
    fn from_parts(prefix: &str, number: u16) -> Option<Self> {
        Self::from_code(&format!("{prefix}_{number}"))
    }
}

macro_rules! forward {
    ($($pointer:ident),+) => {$(
        impl<T: FromCode> FromCode for $pointer<T> {
            fn from_code(code: &str) -> Option<Self> {
                T::from_code(code).map(Self::new)
            }

            fn from_parts(prefix: &str, number: u16) -> Option<Self> {
                T::from_parts(prefix, number).map(Self::new)
            }
        }
    )+};
}

forward!(Box, Rc, Arc);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::QuotaError;

    /// What somebody implements by hand: one method.
    #[derive(Debug, PartialEq)]
    struct ByHand(alloc::string::String);

    impl FromCode for ByHand {
        fn from_code(code: &str) -> Option<Self> {
            (code != "A_1").then(|| Self(code.into()))
        }
    }

    #[test]
    fn a_code_in_parts_is_the_same_code() {
        assert_eq!(ByHand::from_parts("STUDIO", 1601), Some(ByHand("STUDIO_1601".into())));
        assert_eq!((ByHand::from_parts("A", 1), Box::<ByHand>::from_parts("A", 1)), (None, None));
        let known = Some(QuotaError::InsufficientCredits);
        assert_eq!((QuotaError::from_parts("STUDIO", 1601), QuotaError::from_code("STUDIO_1601")), (known, known));
        assert_eq!(Arc::<QuotaError>::from_parts("STUDIO", 1601).as_deref(), known.as_ref());
        assert_eq!(Rc::<QuotaError>::from_code("STUDIO_1601").as_deref(), known.as_ref());
    }
}
