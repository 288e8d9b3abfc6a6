//! The trait of the kind of an error: the error without its fields.

use core::fmt::Debug;
use core::hash::Hash;

use super::pointers::for_pointers;
use super::{CodeSet, FromCode};

/// An error that has a kind: a `Copy` type with the same variants, without fields.
///
/// `#[studio(kind)]` generates the kind of a type and implements this trait: see [the
/// derive](derive@crate::StudioErrorCode#kind). A client reads a kind with [`ErrorBody::known`](crate::ErrorBody::known), and
/// matches on it. The enums of [`catalog`](crate::catalog) are their own kind.
///
/// ```
/// use studio_errors::catalog::AuthenticationError;
/// use studio_errors::{ErrorBody, Kind, StudioErrorCode};
///
/// #[derive(Debug, StudioErrorCode)]
/// #[studio(category = "quota", kind)]
/// enum WalletError {
///     /// The wallet is frozen
///     #[studio(code = 1604, http = 423)]
///     Frozen { wallet: u64 },
///     #[studio(transparent)]
///     Auth(AuthenticationError),
/// }
///
/// assert_eq!(WalletError::Frozen { wallet: 7 }.kind(), WalletErrorKind::Frozen);
///
/// let body = ErrorBody::new("STUDIO_1701", "..", 403);
/// assert_eq!(body.known(), Some(WalletErrorKind::Auth(AuthenticationError::Forbidden)));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no kind",
    label = "no kind",
    note = "add `#[studio(kind)]` to `{Self}`"
)]
pub trait Kind {
    /// The kind. It reports the codes of the type.
    type Kind: FromCode + CodeSet + Copy + Eq + Hash + Debug;

    /// Returns the kind of this error.
    fn kind(&self) -> Self::Kind;
}

for_pointers!([T: Kind + ?Sized] Kind {
    type Kind = T::Kind;

    fn kind(&self) -> T::Kind {
        T::kind(self)
    }
});
