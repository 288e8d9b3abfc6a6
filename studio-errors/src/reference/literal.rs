//! String literals in other languages.

use alloc::string::{String, ToString};

use crate::text::escape;

/// Returns text as a string literal in double quotes, on one line.
///
/// A JSON string is also a string literal of JavaScript (ECMA-262, JSON superset) and of Python. Both languages have all escapes
/// that are written here.
pub(super) fn literal(text: &str) -> String {
    escape::json(serde_json::Value::from(text).to_string())
}
