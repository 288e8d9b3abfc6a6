//! The extractor that turns an invalid input into an error of the service.

#[cfg(feature = "actix")]
mod actix;
#[cfg(feature = "axum")]
mod axum;
mod words;

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;
use core::marker::PhantomData;

use serde_json::error::Category;

use self::words::in_words;
use crate::wire::Violation;

/// Extracts an `X`, and answers an invalid input with the error `E` of the service, which has one violation.
///
/// `X` is `Json`, `Query`, `Form` or `Path` of axum, an `Option` of one of them, or another extractor whose rejection has the
/// rejection of one of them as its source; or the extractor of the same name of actix-web. State once how the service reports
/// violations, with `From<Violations>`; thiserror's `#[from]` writes it:
///
/// ```
/// use axum::{Json, Router, routing::post};
/// use studio_errors::response::WithError;
/// use studio_errors::{ErrorOf, StudioErrorCode, Violations, code_set};
///
/// #[derive(Debug, thiserror::Error, StudioErrorCode)]
/// #[studio(category = "validation")]
/// enum InputError {
///     #[error("the request is not valid")]
///     #[studio(code = 1900)]
///     ValidationFailed(#[from] Violations),
/// }
///
/// code_set! { pub ServiceErrors: InputError }
///
/// #[derive(serde::Deserialize)]
/// struct Generate {
///     prompt: String,
/// }
///
/// async fn images(
///     WithError(Json(request), ..): WithError<Json<Generate>, InputError>,
/// ) -> Result<String, ErrorOf<ServiceErrors>> {
///     Ok(request.prompt)
/// }
///
/// let app: Router = Router::new().route("/images", post(images));
/// ```
///
/// # The violation
///
/// `pointer` is the deepest location that the rejection knows: for a `Json` of which `/items/0/width` has the wrong type, this
/// field; for a field that is missing, the object in which it is missing. For a `Path` it is the parameter, `/id`, or its
/// index in a tuple, `/0`. The errors of actix-web contain no location, so the pointer is empty there. `in` is the part of the
/// request. `message` is the text of the parser, with words instead of the names of Rust types; it may contain what the client
/// sent.
///
/// | `rule` | the input |
/// |---|---|
/// | `syntax` | is not JSON |
/// | `data` | does not have the type that the handler takes |
/// | `encoding` | has a path parameter that is not UTF-8 |
///
/// # Other rejections
///
/// A rejection that is no invalid input responds as it does without this extractor: a body over the limit with 413, a wrong
/// media type with 415 (axum), a mistake of the service with 500. [`ErrorLayer`](crate::response::ErrorLayer) replaces these
/// responses by status.
pub struct WithError<X, E>(
    /// The extractor.
    pub X,
    /// No value of `E`: the type decides how an invalid input is answered.
    pub PhantomData<fn() -> E>,
);

// Derived, these would ask the same of `E`.
impl<X: Clone, E> Clone for WithError<X, E> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<X: fmt::Debug, E> fmt::Debug for WithError<X, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("WithError").field(&self.0).finish_non_exhaustive()
    }
}

/// The violation in an error of `serde_json`.
fn of_json(error: &serde_json::Error, pointer: String) -> Violation {
    let rule = match error.classify() {
        Category::Data => "data",
        Category::Syntax | Category::Eof | Category::Io => "syntax",
    };
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = match text.strip_suffix(&place) {
        Some(text) => in_words(text) + &place,
        None => in_words(&text),
    };
    of_rule(rule, pointer, message)
}

fn of_rule(rule: &str, pointer: String, message: String) -> Violation {
    Violation::new(pointer, message).with_rule(rule)
}
