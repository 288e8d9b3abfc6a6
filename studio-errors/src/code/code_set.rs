//! The codes that a type can report.

use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::sync::Arc;

use crate::code::CodeList;

/// A type that knows every code it can report. The derive implements it.
///
/// ```
/// use studio_errors::{catalog::QuotaError, CodeSet};
///
/// let mut names = QuotaError::CODES.iter().map(|info| info.name());
/// assert_eq!(names.next(), Some("RATE_LIMIT_EXCEEDED"));
/// assert!(names.any(|name| name == "INSUFFICIENT_CREDITS"));
/// ```
#[diagnostic::on_unimplemented(
    message = "the error codes of `{Self}` are not known",
    label = "not a `CodeSet`",
    note = "add `#[derive(StudioErrorCode)]` to `{Self}`"
)]
pub trait CodeSet {
    /// Every code that the type can report, nested ones included.
    const CODES: CodeList;
}

/// Joins the codes of several types into one [`CodeSet`]: everything that a service can report.
///
/// The parts may be types of any crate, sets among them, and of any catalog. A code that two parts report is the same code
/// where its name, http and category are the same; where they are not, the set does not compile, and the compiler names
/// both parts. Nor does it where one part holds a number that another one has reserved. A part that is listed twice counts
/// once.
///
/// ```
/// use studio_errors::catalog::{AuthenticationError, RenderError};
/// use studio_errors::{CodeSet, StudioErrorCode, code_set};
///
/// #[derive(StudioErrorCode)]
/// #[studio(category = "quota")]
/// enum WalletError {
///     #[studio(code = 1601)]
///     InsufficientCredits,
/// }
///
/// code_set! {
///     /// Every code that the billing service answers with.
///     pub BillingErrors: WalletError, AuthenticationError, RenderError
/// }
///
/// assert_eq!(BillingErrors::CODES.get("STUDIO_1601").unwrap().name(), "INSUFFICIENT_CREDITS");
/// ```
///
/// The set is a unit struct, `Clone`, `Copy` and `Debug`, with the visibility and the attributes that it is given; where it
/// has no documentation of its own, the documentation lists the parts. With `#[studio(utoipa)]` before it (feature `utoipa`)
/// a path can name it for all its failures.
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

macro_rules! forward {
    ($($pointer:ty),+) => {$(
        impl<T: CodeSet> CodeSet for $pointer {
            const CODES: CodeList = T::CODES;
        }
    )+};
}

forward!(&T, &mut T, Box<T>, Rc<T>, Arc<T>);
