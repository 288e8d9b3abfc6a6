//! The extractor that turns an invalid input into an error of the service.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;
use core::marker::PhantomData;

use serde_json::error::Category;

use crate::wire::Violation;

/// Extracts an `X`, and answers an invalid input with the error `E` of the service, which has one violation.
///
/// `X` is `Json`, `Query`, `Form` or `Path` of axum, an `Option` of one of them, or another extractor whose rejection has the
/// rejection of one of them as its source; or the extractor of the same name of actix-web. State once how the service reports violations, with `From<Violations>`; thiserror's
/// `#[from]` writes it:
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
pub(crate) fn of_json(error: &serde_json::Error, pointer: String) -> Violation {
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

pub(crate) fn of_rule(rule: &str, pointer: String, message: String) -> Violation {
    Violation::new(pointer, message).with_rule(rule)
}

/// A text of serde, with words instead of the names of Rust types: a client does not know them, and they are no part of the
/// interface of the service.
pub(crate) fn in_words(text: &str) -> String {
    if text.starts_with("data did not match any variant of untagged enum ") {
        return "has none of the expected forms".to_string();
    }
    // The path of actix-web.
    if let Some((value, expected)) = text.strip_prefix("can not parse ").and_then(|text| text.rsplit_once(" to a "))
        && let Some(expected) = words(expected)
    {
        return format!("{value} is not {expected}");
    }
    // The last one, because a text from the client can contain one too.
    match text.rsplit_once(", expected ") {
        Some((found, expected)) => match words(expected) {
            Some(expected) => format!("{found}, expected {expected}"),
            None => text.to_string(),
        },
        None => text.to_string(),
    }
}

/// What a Rust type is in JSON. `None` if `expected` is no Rust type.
pub(crate) fn words(expected: &str) -> Option<String> {
    if let Some(integer) = expected.strip_prefix("a nonzero ") {
        return range(integer).map(|range| format!("an integer {range} except 0"));
    }
    if let Some(range) = range(expected) {
        return Some(format!("an integer {range}"));
    }
    if let Some(len) = expected.strip_prefix("a tuple of size ") {
        return Some(format!("an array of length {len}"));
    }
    let words = match expected {
        "f32" | "f64" => "a number",
        "bool" => "a boolean",
        "char" => "a character",
        "unit" => "null",
        "a sequence" => "an array",
        "a map" => "an object",
        _ => {
            let (_, words) = NAMED.iter().find(|(kind, _)| expected.starts_with(kind))?;
            words
        }
    };
    // `serde` adds the number of elements to the name of a type.
    match expected.rsplit_once(" with ") {
        Some((_, elements)) if words == "an array" => Some(format!("{words} with {elements}")),
        _ => Some(words.to_string()),
    }
}

/// The words of serde before the name of a type, and what such a type is in JSON.
const NAMED: [(&str, &str); 8] = [
    ("struct ", "an object"),
    ("internally tagged enum ", "an object"),
    ("adjacently tagged enum ", "an object"),
    ("enum ", "a string or an object"),
    ("tuple struct ", "an array"),
    ("tuple variant ", "an array"),
    ("newtype struct ", "a value"),
    ("unit struct ", "null"),
];

/// The values of an integer type.
fn range(name: &str) -> Option<String> {
    macro_rules! range {
        ($($integer:ident)+) => {
            match name {
                $(stringify!($integer) => Some(format!("from {} to {}", $integer::MIN, $integer::MAX)),)+
                _ => None,
            }
        };
    }
    range!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_type_becomes_words() {
        for (expected, words) in [
            ("u8", "an integer from 0 to 255"),
            ("a nonzero i8", "an integer from -128 to 127 except 0"),
            ("f32", "a number"),
            ("struct B with 4 elements", "an object"),
            ("tuple struct B with 2 elements", "an array with 2 elements"),
            ("a tuple of size 2", "an array of length 2"),
            ("struct variant A::B", "an object"),
            ("unit struct B", "null"),
            ("enum B", "a string or an object"),
            // These contain no name of a type.
            ("one of `u8`, `b`", "one of `u8`, `b`"),
            ("a string", "a string"),
        ] {
            // The text of the client is kept.
            let found = r#"invalid type: string ", expected struct B""#;
            assert_eq!(in_words(&format!("{found}, expected {expected}")), format!("{found}, expected {words}"));
        }
        for (text, expected) in [
            ("data did not match any variant of untagged enum B", "has none of the expected forms"),
            ("can not parse \"x to a u8\" to a u8", "\"x to a u8\" is not an integer from 0 to 255"),
            ("missing field `a`", "missing field `a`"),
        ] {
            assert_eq!(in_words(text), expected);
        }
    }
}
