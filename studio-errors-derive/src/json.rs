//! The error body as a literal, in the format that `studio_errors` writes.

use std::borrow::Cow;

use crate::escape::escape;
use crate::layout::body::{HEAD, HTTP, MESSAGE, STATUS, TAIL};

/// `message` is escaped. `http` has three digits. It is 000 if it is unknown: `studio_errors` then builds the body itself.
pub(crate) fn wire_format(code: &str, message: &str, http: u16) -> String {
    format!("{HEAD}{code}{MESSAGE}{message}{HTTP}{http:0STATUS$}{TAIL}")
}

/// Returns the text of a string. Escapes only the characters that must be escaped (RFC 8259, section 7).
pub(crate) fn string(text: &str) -> Cow<'_, str> {
    escape(text, |byte| match byte {
        b'"' => Some("\\\"".into()),
        b'\\' => Some("\\\\".into()),
        b'\n' => Some("\\n".into()),
        b'\r' => Some("\\r".into()),
        b'\t' => Some("\\t".into()),
        8 => Some("\\b".into()),
        12 => Some("\\f".into()),
        byte if byte < b' ' => Some(format!("\\u{byte:04x}").into()),
        _ => None,
    })
}
