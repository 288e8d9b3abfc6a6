//! String literals in other languages.

use studio_errors::reference::output::json;

/// Returns text as a string literal in double quotes, on one line.
///
/// A JSON string is also a string literal of JavaScript (ECMA-262, JSON superset) and of Python. Both languages have all escapes
/// that are written here.
pub(super) fn literal(text: &str) -> String {
    json(serde_json::Value::from(text).to_string())
}
