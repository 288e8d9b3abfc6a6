//! Where a body holds each value: the one source of this for every format that describes or reads bodies.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde_json::Value;

/// The published body.
const PUBLISHED: &str = r#"{"error":{"code":"{code}","message":"{message}","http":{http},"details":{details},"request_id":"{request_id}"}}"#;

/// Problem details (RFC 9457), which a service sends if the request asks for them.
const PROBLEM: &str = r#"{"type":"{type}","title":"{title}","status":{http},"detail":"{message}","code":"{code}","details":{details},"request_id":"{request_id}"}"#;

/// The parts of a body.
pub(super) enum Node {
    /// Members in the order of their names.
    Object(Vec<(String, Self)>),
    Array(Vec<Self>),
    /// The name of a value, such as `code`.
    Value(String),
    Constant,
}

/// One step on the way from the whole body to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Member(String),
    Element(usize),
}

pub(super) struct Body(Node);

impl Body {
    pub(super) fn published() -> Self {
        Self::read(PUBLISHED)
    }

    pub(super) fn problem() -> Self {
        Self::read(PROBLEM)
    }

    /// Reads a template: JSON in which `"{code}"` or `{code}` is a value.
    fn read(template: &str) -> Self {
        // A template that is not JSON has no values.
        Self(serde_json::from_str(&quoted(template)).map_or(Node::Constant, node))
    }

    /// The way to `value`, or `None` if the body lacks it.
    pub(super) fn path(&self, value: &str) -> Option<Vec<Step>> {
        path(&self.0, value)
    }

    /// The value that tells codes apart: `code`, or else `number`, or else `name`.
    pub(super) fn key(&self) -> &'static str {
        ["code", "number", "name"].into_iter().find(|key| self.path(key).is_some()).unwrap_or("code")
    }
}

/// Marks a value that is not in quotes.
const BARE: char = '\u{0}';

/// The template as JSON: a value that is not in quotes becomes a string that starts with [`BARE`].
fn quoted(template: &str) -> String {
    let mut json = String::with_capacity(template.len() + 32);
    let (mut in_string, mut escaped) = (false, false);
    let mut rest = template;
    while let Some(c) = rest.chars().next() {
        let name = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).map(|(name, _)| name);
        let name = name.filter(|name| !in_string && !name.is_empty() && name.chars().all(is_of_a_name));
        if let Some(name) = name {
            json += &format!("\"\\u0000{{{name}}}\"");
            rest = rest.get(name.len() + 2..).unwrap_or_default();
            continue;
        }
        in_string ^= c == '"' && !escaped;
        escaped = in_string && c == '\\' && !escaped;
        json.push(c);
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    json
}

const fn is_of_a_name(c: char) -> bool {
    c.is_ascii_lowercase() || c == '_'
}

fn node(value: Value) -> Node {
    match value {
        Value::Object(members) => Node::Object(members.into_iter().map(|(name, value)| (name, node(value))).collect()),
        Value::Array(elements) => Node::Array(elements.into_iter().map(node).collect()),
        Value::String(text) => {
            let name =
                text.strip_prefix(BARE).unwrap_or(&text).strip_prefix('{').and_then(|text| text.strip_suffix('}'));
            match name.filter(|name| name.chars().all(is_of_a_name)) {
                Some(name) => Node::Value(name.into()),
                None => Node::Constant,
            }
        }
        _ => Node::Constant,
    }
}

fn path(node: &Node, value: &str) -> Option<Vec<Step>> {
    let below = |node, step| {
        let mut steps = path(node, value)?;
        steps.insert(0, step);
        Some(steps)
    };
    match node {
        Node::Object(members) => members.iter().find_map(|(name, node)| below(node, Step::Member(name.clone()))),
        Node::Array(elements) => elements.iter().enumerate().find_map(|(at, node)| below(node, Step::Element(at))),
        Node::Value(name) => (name == value).then(Vec::new),
        Node::Constant => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_by_its_place_in_the_template() {
        let path = |template, value| Body::read(template).path(value);
        let member = |name: &str| Step::Member(name.into());
        assert_eq!(Body::published().path("http"), Some([member("error"), member("http")].into()));
        assert_eq!(Body::problem().path("message"), Some([member("detail")].into()));
        let template = r#"{"errors":[{"a\"{b}":1,"no":{number},"text":"{message}","more":"a {code}"}]}"#;
        assert_eq!(path(template, "number"), Some([member("errors"), Step::Element(0), member("no")].into()));
        assert_eq!(path(template, "message"), Some([member("errors"), Step::Element(0), member("text")].into()));
        assert_eq!(path(template, "code"), None);
        assert_eq!((Body::read(template).key(), Body::published().key()), ("number", "code"));
        assert_eq!(path("{", "code"), None);
    }
}
