//! The trait of the errors that a code set lists.

use super::{StudioErrorCode, WithMessage};
use crate::code::for_pointers;

/// An error that the code set `S` lists: it converts into [`ErrorOf<S>`](crate::ErrorOf).
///
/// [`code_set!`](crate::code_set) implements it for each listed error. The derive implements it for the type itself, so each
/// type is a member of its own codes. A pointer to a member is a member. An error that a member nests, or that a listed set
/// lists, is not a member: list it too if handlers return it. If a set lists some codes of a type, the type is a member, and an
/// error with another code is [undeclared](crate::ErrorOf#errors-with-other-codes).
///
/// It can be implemented by hand. Then its author is responsible: nothing checks that the set contains the codes of the type.
///
/// ```
/// use studio_errors::catalog::{QuotaError, RenderError};
/// use studio_errors::{Member, code_set};
///
/// code_set! { ServiceErrors: QuotaError, RenderError }
///
/// fn is_member<E: Member<S>, S>() {}
/// is_member::<RenderError, ServiceErrors>();
/// is_member::<Box<RenderError>, ServiceErrors>();
/// is_member::<RenderError, RenderError>();
/// ```
// With the supertrait, rustc reports only one diagnostic for an error that has no codes and is not listed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a member of `{S}`",
    label = "not listed in `{S}`",
    note = "list `{Self}` in the `code_set!` that defines `{S}`"
)]
pub trait Member<S: ?Sized>: StudioErrorCode {
    /// The name of the set, if the set lists some codes of the type and not the one of this error.
    #[doc(hidden)]
    fn undeclared(&self) -> Option<&'static str> {
        None
    }
}

for_pointers!([S: ?Sized, T: Member<S> + ?Sized] Member<S> {
    fn undeclared(&self) -> Option<&'static str> {
        T::undeclared(self)
    }
});

impl<S: ?Sized, E: Member<S>> Member<S> for WithMessage<E> {
    fn undeclared(&self) -> Option<&'static str> {
        self.error.undeclared()
    }
}
