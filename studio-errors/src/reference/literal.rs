//! Text as a literal of another language.

use alloc::string::{String, ToString};

use crate::text::escape;

/// Text as a string literal in double quotes, on one line.
///
/// A JSON string is also a string of JavaScript (ECMA-262, JSON superset) and of Python: both languages know every escape that
/// is written here.
pub(super) fn literal(text: &str) -> String {
    escape::json(serde_json::Value::from(text).to_string())
}
