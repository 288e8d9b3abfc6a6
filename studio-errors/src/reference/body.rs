//! The error body of a code, for the formats that describe or read bodies.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::rows::{CodeRow, Reference};
use crate::code::envelope::{DEFAULT, Form, Node, Part, Placeholder, Style, Value, unescape};
use crate::text::escape;

/// Problem details (RFC 9457), which a service sends if the request asks for them. The texts of `type` and `title` vary.
const PROBLEM: &str = concat!(
    r#"{"type":"about:blank","title":"","status":{http},"detail":"{message}","code":"{code}","#,
    r#""details":{details},"request_id":"{request_id}"}"#
);

/// The template of a body.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Body<'t>(&'t str);

/// A part of an error body, for a generator of clients.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BodyPart {
    /// An object with these members, in order.
    Object(Vec<BodyMember>),
    /// An array with these elements.
    Array(Vec<BodyPart>),
    /// A value of the error, and its JSON type: `string`, `integer` or `object`.
    Value(BodyValue, &'static str),
    /// JSON that is the same in every body.
    Constant(String),
}

/// A member of an object in an error body.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct BodyMember {
    /// The name of the member.
    pub name: String,
    /// Its value.
    pub part: BodyPart,
    /// Whether a body can lack the member, because the error has no such value.
    pub optional: bool,
}

/// A value of an error, as a client reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BodyValue {
    /// The text or the number that identifies the code, [`Reference::key`].
    Key,
    /// The message.
    Message,
    /// The HTTP status.
    Http,
    /// The details.
    Details,
    /// The request id.
    RequestId,
    /// A value that the reference has for each code, such as the category.
    Other,
}

impl Reference {
    /// The error body of `code`, as the envelope of its catalog describes it.
    ///
    /// ```
    /// use studio_errors::catalog::QuotaError;
    /// use studio_errors::reference::{BodyPart, BodyValue, Reference};
    ///
    /// let reference = Reference::of::<QuotaError>();
    /// let BodyPart::Object(members) = reference.body(&reference.codes[0]) else { unreachable!() };
    /// let BodyPart::Object(members) = &members[0].part else { unreachable!() };
    /// assert_eq!((&*members[0].name, &members[0].part), ("code", &BodyPart::Value(BodyValue::Key, "string")));
    /// assert_eq!((&*members[3].name, members[3].optional), ("details", true));
    /// ```
    #[must_use]
    pub fn body(&self, code: &CodeRow) -> BodyPart {
        let body = self.body_of(code);
        let rows: Vec<_> = self.codes.iter().filter(|row| row.catalog == code.catalog).collect();
        part(body.root(), body.key(), &rows)
    }

    /// The text that identifies `code` in its body: the code, or the number or the name if the envelope has only that.
    #[must_use]
    pub fn key<'r>(&self, code: &'r CodeRow) -> Cow<'r, str> {
        match self.body_of(code).key() {
            Placeholder::Number => Cow::Owned(code.number.to_string()),
            Placeholder::Name(Style::AsIs) => Cow::Borrowed(&code.name),
            Placeholder::Name(style) => Cow::Owned(style.apply(&code.name)),
            _ => Cow::Borrowed(&code.code),
        }
    }

    /// The template of the body of `code`.
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
}

impl<'t> Body<'t> {
    pub(super) const PUBLISHED: Body<'static> = Body(DEFAULT);
    pub(super) const PROBLEM: Body<'static> = Body(PROBLEM);

    pub(super) fn root(self) -> Node<'t> {
        Node::root(self.0)
    }

    /// The value that identifies the code. If the body has none, a header has the code.
    fn key(self) -> Placeholder<'t> {
        let mut keys = Vec::new();
        add_keys(self.root(), &mut keys);
        let of = |find: fn(&Placeholder<'t>) -> bool| keys.iter().copied().find(find);
        of(|key| *key == Placeholder::Code)
            .or_else(|| of(|key| *key == Placeholder::Number))
            .or_else(|| of(|key| matches!(key, Placeholder::Name(_))))
            .unwrap_or(Placeholder::Code)
    }
}

/// Whether every body of these codes contains this part. The member of an absent value is omitted.
pub(super) fn is_always_there(node: Node<'_>, rows: &[&CodeRow]) -> bool {
    let is_optional = |value| match value {
        Placeholder::Property(name) => rows.is_empty() || rows.iter().any(|row| !row.properties.contains_key(name)),
        value => value.is_optional(),
    };
    match node.value() {
        Value::Placeholder(value) => !is_optional(value),
        Value::Template(mut parts) => parts.all(|part| match part {
            Part::Placeholder(value) => !is_optional(value),
            Part::Text(_) => true,
        }),
        Value::Object(_) | Value::Array(_) | Value::Text(_) | Value::Other(_) => true,
    }
}

fn add_keys<'t>(node: Node<'t>, keys: &mut Vec<Placeholder<'t>>) {
    match node.value() {
        Value::Object(children) => children.members().for_each(|(_, node)| add_keys(node, keys)),
        Value::Array(children) => children.for_each(|node| add_keys(node, keys)),
        Value::Placeholder(placeholder) if placeholder.identifies() => keys.push(placeholder),
        _ => {}
    }
}

fn part(node: Node<'_>, key: Placeholder<'_>, rows: &[&CodeRow]) -> BodyPart {
    match node.value() {
        Value::Object(children) => BodyPart::Object(
            children
                .members()
                .map(|(name, node)| BodyMember {
                    name: unescape(name).into_owned(),
                    part: part(node, key, rows),
                    optional: !is_always_there(node, rows),
                })
                .collect(),
        ),
        Value::Array(children) => BodyPart::Array(children.map(|node| part(node, key, rows)).collect()),
        Value::Placeholder(placeholder) => {
            let value = match placeholder {
                placeholder if placeholder == key => BodyValue::Key,
                Placeholder::Message => BodyValue::Message,
                Placeholder::Http => BodyValue::Http,
                Placeholder::Details => BodyValue::Details,
                Placeholder::RequestId => BodyValue::RequestId,
                _ => BodyValue::Other,
            };
            let json_type = match placeholder.form() {
                Form::Number if !node.is_quoted() => "integer",
                Form::Object => "object",
                _ => "string",
            };
            BodyPart::Value(value, json_type)
        }
        Value::Template(_) => BodyPart::Value(BodyValue::Other, "string"),
        Value::Text(_) | Value::Other(_) => BodyPart::Constant(escape::json(node.json().into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_a_value_or_a_constant() {
        let member = |name: &str, part| BodyMember { name: name.into(), part, optional: false };
        let body = Body(r#"{"errors":[{"a\"b":1,"no":{number},"\u0041":"{message}"}],"name":"{name}"}"#);
        let inner = [
            member("a\"b", BodyPart::Constant("1".into())),
            member("no", BodyPart::Value(BodyValue::Key, "integer")),
            member("A", BodyPart::Value(BodyValue::Message, "string")),
        ];
        let errors = member("errors", BodyPart::Array([BodyPart::Object(inner.into())].into()));
        let name = member("name", BodyPart::Value(BodyValue::Other, "string"));
        assert_eq!(part(body.root(), body.key(), &[]), BodyPart::Object([errors, name].into()));
    }
}
