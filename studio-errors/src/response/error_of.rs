//! The error type of a handler that may only return errors of one code set.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;

use crate::ErrorResponse;
use crate::response::MemberError;

/// An [`ErrorResponse`] made from a member of the code set `S`.
///
/// Only members convert with `?`, so a handler cannot answer with an error that the service does not list. Such an error
/// would be missing from the reference, and nothing would check that its codes are free:
///
/// ```compile_fail,E0277
/// # use studio_errors::catalog::{ImageError, RenderError};
/// # use studio_errors::{ErrorOf, code_set};
/// code_set! { pub ServiceErrors: ImageError }
///
/// async fn job() -> Result<&'static str, ErrorOf<ServiceErrors>> {
///     Err(RenderError::JobNotFound)? // error: not listed in `ServiceErrors`
/// }
/// ```
///
/// The members are the errors that [`code_set!`](crate::code_set) lists, and pointers to them. To return an error that a
/// member nests, or that a listed set lists, list it too. The codes of a type are a set as well: only a `WalletError` converts
/// into an `ErrorOf<WalletError>`.
///
/// ```
/// use studio_errors::catalog::{ImageError, RenderError};
/// use studio_errors::{ErrorOf, ErrorResponse, code_set};
///
/// code_set! { pub ServiceErrors: ImageError, RenderError }
///
/// fn handler() -> Result<String, ErrorOf<ServiceErrors>> {
///     Err(RenderError::JobNotFound)?
/// }
///
/// let error = handler().unwrap_err();
/// assert_eq!((error.http(), error.info().name()), (404, "JOB_NOT_FOUND"));
/// let response = ErrorResponse::from(error);
/// ```
///
/// # Errors with other codes
///
/// If the set lists some codes of a type, the compiler cannot exclude the others. An error with another code is answered as it is.
/// In addition, the conversion logs a second event at the level `ERROR`, which names the code, the set and the fix (feature
/// `tracing`), and increments the counter `error_responses_undeclared_total` with the labels `code` and `set` (feature
/// `metrics`). [`is_declared`](Self::is_declared) returns `false`, so that a test can find such an error.
///
/// ```
/// use studio_errors::catalog::QuotaError;
/// use studio_errors::{ErrorOf, code_set};
///
/// code_set! { pub CreateImage: QuotaError::{INSUFFICIENT_CREDITS} }
///
/// let declared = ErrorOf::<CreateImage>::from(QuotaError::InsufficientCredits);
/// let other = ErrorOf::<CreateImage>::from(QuotaError::FeatureDisabled);
/// assert!(declared.is_declared() && !other.is_declared());
/// assert_eq!(other.http(), 403);
/// ```
///
/// # Conversions
///
/// It dereferences to the [`ErrorResponse`] and has the same conversions: see [the features](ErrorResponse#conversions-into-responses).
/// The conversion from the error emits the log event. Later conversions emit nothing.
#[must_use]
pub struct ErrorOf<S> {
    response: ErrorResponse,
    // A function pointer, so that the type is `Send` and `Sync` for every `S`.
    set: PhantomData<fn() -> S>,
}

impl<E: MemberError<'static, S>, S> From<E> for ErrorOf<S> {
    #[track_caller]
    fn from(error: E) -> Self {
        let mut response = ErrorResponse::of(&error);
        let undeclared = error.undeclared();
        #[cfg(feature = "tracing")]
        undeclared.inspect(|set| crate::response::log_event::undeclared(response.info(), set));
        #[cfg(feature = "metrics")]
        undeclared.inspect(|set| crate::response::counter::undeclared(response.info(), set));
        response.is_declared = undeclared.is_none();
        Self { response, set: PhantomData }
    }
}

impl<S> ErrorOf<S> {
    /// Whether the set lists the code of the error: see [above](#errors-with-other-codes).
    #[must_use]
    pub fn is_declared(&self) -> bool {
        self.response.is_declared
    }
}

impl<S> From<ErrorOf<S>> for ErrorResponse {
    fn from(error: ErrorOf<S>) -> Self {
        error.response
    }
}

impl<S> Deref for ErrorOf<S> {
    type Target = ErrorResponse;

    fn deref(&self) -> &ErrorResponse {
        &self.response
    }
}

// A derive would add bounds on `S`.
impl<S> Clone for ErrorOf<S> {
    fn clone(&self) -> Self {
        Self { response: self.response.clone(), set: PhantomData }
    }
}

impl<S> fmt::Debug for ErrorOf<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ErrorOf").field(&self.response).finish()
    }
}

/// The body.
impl<S> fmt::Display for ErrorOf<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.response.fmt(f)
    }
}
