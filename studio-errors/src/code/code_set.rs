//! The trait `CodeSet`, and the macro `code_set!`.

use super::pointers::for_pointers;
use super::{CodeList, Explanations};

/// A type whose codes are known at compile time. The derive implements it.
///
/// ```
/// use studio_errors::{catalog::QuotaError, CodeSet};
///
/// let mut names = QuotaError::CODES.iter().map(|info| info.name());
/// assert_eq!(names.next(), Some("RATE_LIMIT_EXCEEDED"));
/// assert!(names.any(|name| name == "INSUFFICIENT_CREDITS"));
/// ```
///
/// It can be implemented by hand. Then its author is responsible: nothing checks that the list contains every code of the type.
///
/// The codes of a generic type are known where its parameters are. A conflict between the type and a parameter is therefore
/// reported by `cargo build`, and not by `cargo check`.
#[diagnostic::on_unimplemented(
    message = "the error codes of `{Self}` are not known",
    label = "not a `CodeSet`",
    note = "add `#[derive(StudioErrorCode)]` to `{Self}`"
)]
pub trait CodeSet {
    /// Every code that the type can report, including those of nested types.
    const CODES: CodeList;

    /// The explanations of these codes: the rest of the doc comments, for a reference. A published code that has no explanation
    /// here has the published one.
    const EXPLANATIONS: Explanations = Explanations::EMPTY;

    #[doc(hidden)]
    #[must_use]
    fn explanations() -> Explanations {
        Self::EXPLANATIONS
    }
}

/// Lists the errors of a service: one [`CodeSet`] of several types.
///
/// Each listed error is a [`Member`](crate::Member) of the set, so a handler that returns
/// [`ErrorOf<CreateImage>`](crate::ErrorOf) can answer with these errors and no others.
///
/// A set can list some codes of a type, by their constants, such as the codes of one operation:
///
/// ```
/// use studio_errors::catalog::{AuthenticationError, QuotaError};
/// use studio_errors::{CodeSet, code_set};
///
/// code_set! {
///     /// Every code that the creation of an image answers with.
///     pub CreateImage: AuthenticationError, QuotaError::{INSUFFICIENT_CREDITS, QUOTA_EXCEEDED}
/// }
///
/// assert!(CreateImage::CODES.get("STUDIO_1601").is_some());
/// assert!(CreateImage::CODES.get("STUDIO_1603").is_none());
/// ```
///
/// The whole type is then a member of the set. [`ErrorOf`](crate::ErrorOf#errors-with-other-codes) describes what happens to an
/// error with another code.
///
/// The types may be from any crate. If a listed type is itself a set, its codes are added, but its errors do not become members of
/// the new set. Two types may report one code if they agree on its name, http and category, and on whether it is retryable. If they
/// differ, the set does not compile, and the message names both types. The set does not compile either if one type uses a number
/// that another type reserves, if a type or a code is listed twice, or if the set has no code.
///
/// The set is a unit struct, `Clone`, `Copy` and `Debug`, with the given visibility and attributes. Without a doc comment,
/// its documentation lists the types. `#[studio(..)]` before the set takes these keys:
///
/// | key | meaning |
/// |---|---|
/// | `catalog = Acme` | every code of the set is of this catalog; an enum without `catalog = Acme` does not compile in this set |
/// | `utoipa` | the set implements `IntoResponses` and `ToSchema` of utoipa (feature `utoipa`) |
///
/// This example does not compile, because two different errors have one code:
///
/// ```compile_fail
/// # use studio_errors::{StudioErrorCode, code_set};
/// #[derive(StudioErrorCode)]
/// #[studio(category = "quota")]
/// enum TopUpError {
///     #[studio(code = 1650, http = 409, description = "this top-up was made already")]
///     MadeAlready,
/// }
///
/// #[derive(StudioErrorCode)]
/// #[studio(category = "quota")]
/// enum RefundError {
///     #[studio(code = 1650, http = 404, description = "there is nothing to refund")]
///     NothingToRefund,
/// }
///
/// // error: `STUDIO_1650` is two different errors: `MADE_ALREADY` (http 409, `quota`) in `TopUpError`,
/// //        `NOTHING_TO_REFUND` (http 404, `quota`) in `RefundError`
/// code_set! { pub BillingErrors: TopUpError, RefundError }
/// ```
#[macro_export]
macro_rules! code_set {
    ($($set:tt)*) => {
        $crate::__private::code_set! { $crate; $($set)* }
    };
}

for_pointers!([T: CodeSet] CodeSet {
    const CODES: CodeList = T::CODES;
    const EXPLANATIONS: Explanations = T::EXPLANATIONS;
});
