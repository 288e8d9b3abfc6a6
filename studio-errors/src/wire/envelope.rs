//! Writes an error body in the envelope of a catalog: as JSON, and in any format of serde.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write;

use serde_core::{Serialize, Serializer};

use crate::code::envelope::{Content, Node, Place, Placeholder, Template};
use crate::code::{ErrorInfo, page};
use crate::wire::escape::{escape, unescape};

/// The members of an error body that an error can lack.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Members<'a> {
    /// A JSON object.
    pub(crate) details: Option<&'a str>,
    pub(crate) request_id: Option<&'a str>,
    /// The values that the service supplies for the request, by name.
    pub(crate) values: &'a [(Cow<'static, str>, String)],
}

/// The values of one error.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Values<'a> {
    /// The code, if it is one of this program: it has the properties.
    pub(crate) info: Option<ErrorInfo>,
    /// The properties of any other code.
    pub(crate) properties: &'a [(&'a str, &'a str)],
    /// The URL of the reference.
    pub(crate) docs: Option<&'a str>,
    pub(crate) code: &'a str,
    pub(crate) number: i64,
    pub(crate) name: &'a str,
    pub(crate) category: &'a str,
    pub(crate) message: &'a str,
    pub(crate) http: u16,
    /// It is empty if no resolution is stated.
    pub(crate) resolution: &'a str,
    pub(crate) members: Members<'a>,
}

/// One value in its output form.
#[derive(Clone, Debug)]
pub(crate) enum Written<'a> {
    Text(Cow<'a, str>),
    Number(i64),
    /// A JSON object.
    Object(&'a str),
}

impl<'a> Values<'a> {
    pub(crate) fn of(info: ErrorInfo, message: &'a str, members: Members<'a>) -> Self {
        Self {
            info: Some(info),
            properties: &[],
            docs: info.catalog().docs,
            code: info.code().as_str(),
            number: info.code().number(),
            name: info.name(),
            category: info.category().slug(),
            message,
            http: info.http(),
            resolution: info.resolution(),
            members,
        }
    }

    /// Returns the value of a placeholder, and `None` if the error does not have the value.
    pub(crate) fn get(&self, placeholder: Placeholder<'_>) -> Option<Written<'a>> {
        let text = |text| Some(Written::Text(Cow::Borrowed(text)));
        match placeholder {
            Placeholder::Code => text(self.code),
            Placeholder::Number => Some(Written::Number(self.number)),
            Placeholder::Name(style) => Some(Written::Text(style.apply(self.name))),
            Placeholder::Category(style) => Some(Written::Text(style.apply(self.category))),
            Placeholder::Message => text(self.message),
            Placeholder::Http => Some(Written::Number(self.http.into())),
            Placeholder::Resolution => text(self.resolution).filter(|_| !self.resolution.is_empty()),
            Placeholder::Docs => self.docs.map(|docs| Written::Text(Cow::Owned(page(docs, self.code)))),
            Placeholder::Property(name) => text(self.property(name)?),
            Placeholder::Details => self.members.details.map(Written::Object),
            Placeholder::RequestId => text(self.members.request_id?),
            Placeholder::Request(name) => text(&self.members.values.iter().find(|(key, _)| key == name)?.1),
        }
    }

    /// Whether the error has every value of this part. An object or an array omits a part without a value.
    fn has(&self, node: Node<'_>) -> bool {
        match node.content() {
            Content::Object(_) | Content::Array(_) | Content::Constant(_) => true,
            Content::Text | Content::Placeholder(..) => node.placeholders().all(|value| self.get(value).is_some()),
        }
    }

    fn property(&self, name: &str) -> Option<&'a str> {
        let named = || self.properties.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
        self.info.and_then(|info| info.property(name)).or_else(named)
    }
}

/// Returns the body as JSON, with the white space of the template.
pub(crate) fn render(template: &Template<'_>, values: &Values<'_>) -> String {
    let Members { details, request_id, .. } = values.members;
    let values_len = [Some(values.message), details, request_id].into_iter().flatten().map(str::len);
    // This is enough for most bodies.
    let mut json = String::with_capacity(template.text().len() + values_len.sum::<usize>() + 64);
    write(template.root(), values, &mut json);
    json
}

fn write(node: Node<'_>, values: &Values<'_>, json: &mut String) {
    match node.content() {
        content @ (Content::Object(tail) | Content::Array(tail)) => {
            let [opener, closer] = if matches!(content, Content::Object(_)) { ['{', '}'] } else { ['[', ']'] };
            json.push(opener);
            for child in node.children().filter(|child| values.has(*child)) {
                if !json.ends_with(opener) {
                    json.push(',');
                }
                json.push_str(child.lead());
                write(child, values, json);
            }
            json.push_str(tail);
            json.push(closer);
        }
        Content::Text => {
            json.push('"');
            node.children().for_each(|piece| write(piece, values, json));
            json.push('"');
        }
        Content::Constant(text) => json.push_str(text),
        Content::Placeholder(placeholder, place) => {
            let quote = if place == Place::Quoted { "\"" } else { "" };
            json.push_str(quote);
            match values.get(placeholder) {
                Some(Written::Text(text)) => escape(json, &text),
                // Writing to a `String` cannot fail.
                Some(Written::Number(number)) => drop(write!(json, "{number}")),
                Some(Written::Object(object)) => json.push_str(object),
                // The object or array around the value omits it.
                None => {}
            }
            json.push_str(quote);
        }
    }
}

/// A body, or a part of it, for serializers of any format.
#[derive(Debug)]
pub(crate) struct InEnvelope<'a, D> {
    node: Node<'a>,
    values: &'a Values<'a>,
    details: Option<&'a D>,
}

impl<'a, D> InEnvelope<'a, D> {
    /// The whole body. The details of `values` are replaced.
    pub(crate) fn new(template: &'a Template<'_>, values: &'a Values<'a>, details: Option<&'a D>) -> Self {
        Self { node: template.root(), values, details }
    }

    /// The parts inside of this one, without absent values.
    // Some formats write their number first.
    fn children(&self) -> Vec<Self> {
        let has = |node: &Node<'_>| match node.content() {
            Content::Placeholder(Placeholder::Details, _) => self.details.is_some(),
            _ => self.values.has(*node),
        };
        self.node.children().filter(has).map(|node| Self { node, ..*self }).collect()
    }
}

impl<D: Serialize> Serialize for InEnvelope<'_, D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.node.content() {
            Content::Object(_) => {
                let name = |child: &Self| unescape(child.node.name());
                serializer.collect_map(self.children().iter().map(|child| (name(child), child)))
            }
            Content::Array(_) => serializer.collect_seq(self.children()),
            Content::Placeholder(Placeholder::Details, _) => self.details.serialize(serializer),
            Content::Text | Content::Constant(_) | Content::Placeholder(..) => {
                let mut json = String::new();
                write(self.node, self.values, &mut json);
                scalar(&json, serializer)
            }
        }
    }
}

/// Serializes the JSON of a string, of a number, `true`, `false` or `null`.
fn scalar<S: Serializer>(json: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if let Some(text) = json.strip_prefix('"') {
        return serializer.serialize_str(&unescape(text.strip_suffix('"').unwrap_or(text)));
    }
    match (json, json.parse::<u64>(), json.parse::<i64>(), json.parse::<f64>()) {
        ("true", ..) => serializer.serialize_bool(true),
        ("false", ..) => serializer.serialize_bool(false),
        (_, Ok(number), ..) => serializer.serialize_u64(number),
        (_, _, Ok(number), _) => serializer.serialize_i64(number),
        (.., Ok(number)) => serializer.serialize_f64(number),
        // The only other JSON value is `null`.
        _ => serializer.serialize_unit(),
    }
}
