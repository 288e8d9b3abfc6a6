//! The errors that convert into a response: one trait for each type of response, so that rustc reports one missing bound.

use core::error::Error;

use crate::error::{Member, StudioErrorCode};

/// An error that converts into an [`ErrorResponse`](crate::ErrorResponse): a [`StudioErrorCode`] that is an [`Error`].
///
/// It is implemented for every such type.
///
/// ```
/// use studio_errors::ErrorResponse;
/// use studio_errors::catalog::RenderError;
/// use studio_errors::response::CodedError;
///
/// fn http(error: impl CodedError) -> u16 {
///     ErrorResponse::from(error).http()
/// }
///
/// assert_eq!(http(RenderError::JobNotFound), 404);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an error with a code",
    label = "no error codes: convert it into an error that has codes, such as `.map_err(StorageError::from)?`",
    note = "an error with a code implements `std::error::Error`, and has `#[derive(StudioErrorCode)]`"
)]
pub trait CodedError: StudioErrorCode + Error {}

#[diagnostic::do_not_recommend]
impl<E: StudioErrorCode + Error + ?Sized> CodedError for E {}

/// An error that converts into an [`ErrorOf<S>`](crate::ErrorOf): a [`CodedError`] that is a [`Member`] of `S`.
///
/// It is implemented for every such type. The lifetime has no meaning: with a type as its first parameter, rustc would add that
/// `S` needs to implement `Into`, which is wrong.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a member of `{S}`",
    label = "not listed in `{S}`: list it there, or convert it into a member, such as `.map_err(StorageError::from)?`",
    note = "a member of `{S}` implements `std::error::Error`, and is listed in the `code_set!` that defines `{S}`"
)]
pub trait MemberError<'a, S: ?Sized>: CodedError {
    /// The name of the set, if the set does not list the code of this error.
    #[doc(hidden)]
    fn undeclared(&self) -> Option<&'static str>;
}

#[diagnostic::do_not_recommend]
impl<S: ?Sized, E: CodedError + Member<S> + ?Sized> MemberError<'_, S> for E {
    fn undeclared(&self) -> Option<&'static str> {
        <E as Member<S>>::undeclared(self)
    }
}
