//! The error body of a code, for the formats that describe or read bodies.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::rows::{CodeRow, Reference};
use crate::code::envelope::{Content, Form, Node, Place, Placeholder, Template};
use crate::text::escape;
use crate::wire::envelope::{Members, Values, render};
use crate::wire::escape::unescape;

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
        let template = parsed(self.envelope_of(code));
        let rows: Vec<_> = self.codes.iter().filter(|row| row.catalog == code.catalog).collect();
        part(template.root(), key(&template), &rows)
    }

    /// The text that identifies `code` in its body: the code, or the number or the name if the envelope has only that.
    #[must_use]
    pub fn key<'r>(&self, code: &'r CodeRow) -> Cow<'r, str> {
        match key(&parsed(self.envelope_of(code))) {
            Placeholder::Number => Cow::Owned(code.number.to_string()),
            Placeholder::Name(style) => style.apply(&code.name),
            _ => Cow::Borrowed(&code.code),
        }
    }

    pub(crate) fn example(&self, code: &CodeRow) -> String {
        let properties: Vec<_> = code.properties.iter().map(|(name, value)| (&**name, &**value)).collect();
        let values = Values {
            info: None,
            properties: &properties,
            docs: self.catalog_of(code).and_then(|row| row.docs.as_deref()),
            code: &code.code,
            number: code.number,
            name: &code.name,
            category: &code.category,
            message: &code.description,
            http: code.http,
            resolution: &code.resolution,
            members: Members::default(),
        };
        escape::json(render(&parsed(self.envelope_of(code)), &values))
    }

    pub(crate) fn example_value(&self, code: &CodeRow) -> serde_json::Value {
        serde_json::from_str(&self.example(code)).unwrap_or_default()
    }
}

/// The reader of a file refuses an invalid template.
pub(super) fn parsed(template: &str) -> Template<'_> {
    Template::parse(template).0
}

/// The value that identifies the code. If the body has none, a header has the code.
fn key<'t>(template: &Template<'t>) -> Placeholder<'t> {
    template.key().unwrap_or(Placeholder::Code)
}

/// Whether every body of these codes contains this part. The member of an absent value is omitted.
pub(super) fn is_always_there(node: Node<'_>, rows: &[&CodeRow]) -> bool {
    let is_optional = |value| match value {
        Placeholder::Property(name) => rows.is_empty() || rows.iter().any(|row| !row.properties.contains_key(name)),
        value => value.is_optional(),
    };
    match node.content() {
        Content::Text | Content::Placeholder(..) => !node.placeholders().any(is_optional),
        Content::Object(_) | Content::Array(_) | Content::Constant(_) => true,
    }
}

/// The type of a whole value.
pub(super) fn json_type(placeholder: Placeholder<'_>, place: Place) -> &'static str {
    match (placeholder.form(), place) {
        (Form::Number, Place::Bare) => "integer",
        (Form::Object, _) => "object",
        _ => "string",
    }
}

fn part(node: Node<'_>, key: Placeholder<'_>, rows: &[&CodeRow]) -> BodyPart {
    match node.content() {
        Content::Object(_) => BodyPart::Object(
            node.children()
                .map(|child| BodyMember {
                    name: unescape(child.name()).into_owned(),
                    part: part(child, key, rows),
                    optional: !is_always_there(child, rows),
                })
                .collect(),
        ),
        Content::Array(_) => BodyPart::Array(node.children().map(|child| part(child, key, rows)).collect()),
        Content::Placeholder(placeholder, place) => {
            let value = match placeholder {
                placeholder if placeholder == key => BodyValue::Key,
                Placeholder::Message => BodyValue::Message,
                Placeholder::Http => BodyValue::Http,
                Placeholder::Details => BodyValue::Details,
                Placeholder::RequestId => BodyValue::RequestId,
                _ => BodyValue::Other,
            };
            BodyPart::Value(value, json_type(placeholder, place))
        }
        Content::Text => BodyPart::Value(BodyValue::Other, "string"),
        Content::Constant(json) => BodyPart::Constant(escape::json(json.into())),
    }
}
