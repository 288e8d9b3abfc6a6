//! The paths of the values in an error body, for the formats that describe or read bodies.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::rows::{CodeRow, Reference};
use crate::code::envelope::{DEFAULT, Node, Placeholder, Value, unescape};

/// Problem details (RFC 9457), which a service sends if the request asks for them. The texts of `type` and `title` vary.
const PROBLEM: &str = concat!(
    r#"{"type":"about:blank","title":"","status":{http},"detail":"{message}","code":"{code}","#,
    r#""details":{details},"request_id":"{request_id}"}"#
);

/// The template of a body.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Body<'t>(&'t str);

/// One step of the path of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Member(String),
    Element(usize),
}

impl Reference {
    /// The body of `code`.
    pub(super) fn body_of(&self, code: &CodeRow) -> Body<'_> {
        Body(self.envelope_of(code))
    }

    /// The distinct bodies of the codes of `rows`, in the order of the codes.
    pub(super) fn bodies<'r>(&'r self, rows: &[&CodeRow]) -> Vec<Body<'r>> {
        let mut bodies = Vec::new();
        for row in rows {
            let body = self.body_of(row);
            if !bodies.contains(&body) {
                bodies.push(body);
            }
        }
        bodies
    }

    /// The code for each text that identifies a code in a body: the code, and the number or the name if the envelope has only
    /// that. `None` if two codes have it.
    pub(super) fn keys(&self) -> BTreeMap<Cow<'_, str>, Option<&str>> {
        let mut keys = BTreeMap::<Cow<'_, str>, Option<&str>>::new();
        for row in &self.codes {
            let key = match self.body_of(row).key() {
                Placeholder::Number => Cow::Owned(row.number.to_string()),
                Placeholder::Name => Cow::Borrowed(&*row.name),
                _ => continue,
            };
            keys.entry(key).and_modify(|code| *code = None).or_insert(Some(&row.code));
        }
        keys.extend(self.codes.iter().map(|row| (Cow::Borrowed(&*row.code), Some(&*row.code))));
        keys
    }
}

impl<'t> Body<'t> {
    pub(super) const PUBLISHED: Body<'static> = Body(DEFAULT);
    pub(super) const PROBLEM: Body<'static> = Body(PROBLEM);

    pub(super) fn root(self) -> Node<'t> {
        Node::root(self.0)
    }

    /// Returns the path of a value, or `None` if the body does not contain it.
    pub(super) fn path(self, value: Placeholder) -> Option<Vec<Step>> {
        path(self.root(), value)
    }

    /// The value that identifies the code.
    pub(super) fn key(self) -> Placeholder {
        let keys = [Placeholder::Code, Placeholder::Number, Placeholder::Name];
        keys.into_iter().find(|key| self.path(*key).is_some()).unwrap_or(Placeholder::Code)
    }

    /// The values that a client reads, with their names in generated code.
    pub(super) fn values(self) -> [(&'static str, Placeholder); 5] {
        [
            ("key", self.key()),
            ("message", Placeholder::Message),
            ("http", Placeholder::Http),
            ("details", Placeholder::Details),
            ("request_id", Placeholder::RequestId),
        ]
    }
}

/// Whether every body contains this part. The member of an absent value is omitted.
pub(super) fn is_always_there(node: Node<'_>) -> bool {
    let is_optional = |value| matches!(value, Placeholder::Details | Placeholder::RequestId | Placeholder::Resolution);
    match node.value() {
        Value::Placeholder(value) => !is_optional(value),
        Value::Object(children) => children.members().any(|(_, node)| is_always_there(node)),
        Value::Array(mut children) => children.any(is_always_there),
        Value::Text(_) | Value::Other(_) => true,
    }
}

fn path(node: Node<'_>, value: Placeholder) -> Option<Vec<Step>> {
    let below = |node, step| {
        let mut steps = path(node, value)?;
        steps.insert(0, step);
        Some(steps)
    };
    match node.value() {
        Value::Object(children) => {
            children.members().find_map(|(name, node)| below(node, Step::Member(unescape(name).into_owned())))
        }
        Value::Array(children) => children.enumerate().find_map(|(at, node)| below(node, Step::Element(at))),
        Value::Placeholder(placeholder) => (placeholder == value).then(Vec::new),
        Value::Text(_) | Value::Other(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_of_a_value_is_its_position_in_the_template() {
        let member = |name: &str| Step::Member(name.into());
        assert_eq!(Body(DEFAULT).path(Placeholder::Http), Some([member("error"), member("http")].into()));
        assert_eq!(Body::PROBLEM.path(Placeholder::Message), Some([member("detail")].into()));
        let body = Body(r#"{"errors":[{"a\"b":1,"no":{number},"\u0041":"{message}","more":"a {code}"}]}"#);
        let first = [member("errors"), Step::Element(0)];
        assert_eq!(body.path(Placeholder::Number), Some([&first[..], &[member("no")]].concat()));
        assert_eq!(body.path(Placeholder::Message), Some([&first[..], &[member("A")]].concat()));
        assert_eq!(body.path(Placeholder::Code), None);
        assert_eq!((body.key(), Body(DEFAULT).key()), (Placeholder::Number, Placeholder::Code));
    }
}
