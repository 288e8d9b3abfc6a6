//! String literals in other languages.

use std::borrow::Cow;
use std::collections::BTreeMap;

use studio_errors::reference::output::json;

use super::body::Step;

/// Returns text as a string literal in double quotes, on one line.
///
/// A JSON string is also a string literal of JavaScript (ECMA-262, JSON superset) and of Python. Both languages have all escapes
/// that are written here.
pub(super) fn literal(text: &str) -> String {
    json(serde_json::Value::from(text).to_string())
}

/// The members of an object of strings.
pub(super) fn members(properties: &BTreeMap<Cow<'static, str>, Cow<'static, str>>) -> String {
    let members: Vec<_> =
        properties.iter().map(|(name, value)| format!("{}: {}", literal(name), literal(value))).collect();
    members.join(", ")
}

/// The steps of the path of a value.
pub(super) fn steps(path: &[Step]) -> String {
    let steps = path.iter().map(|step| match step {
        Step::Member(name) => literal(name),
        Step::Element(at) => at.to_string(),
    });
    steps.collect::<Vec<_>>().join(", ")
}
