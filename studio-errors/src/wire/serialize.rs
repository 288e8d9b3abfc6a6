//! Serializes an error body in the envelope of a catalog, in any format of serde.

use alloc::string::{String, ToString};

use serde_core::ser::{SerializeMap, SerializeSeq};
use serde_core::{Serialize, Serializer};

use super::envelope::{Values, Written};
use crate::code::envelope::{Node, Part, Placeholder, Value, unescape};

/// A value of a template with the values of an error.
#[derive(Debug)]
pub(crate) struct InEnvelope<'a, D> {
    node: Node<'a>,
    values: &'a Values<'a>,
    details: Option<&'a D>,
}

impl<'a, D> InEnvelope<'a, D> {
    /// The whole body.
    pub(crate) fn new(template: &'a str, values: &'a Values<'a>, details: Option<&'a D>) -> Self {
        Self { node: Node::root(template), values, details }
    }

    fn with(&self, node: Node<'a>) -> Self {
        Self { node, ..*self }
    }

    /// Whether the value is a placeholder without a value.
    fn is_absent(&self, node: Node<'a>) -> bool {
        match node.value() {
            Value::Placeholder(Placeholder::Details) => self.details.is_none(),
            Value::Placeholder(placeholder) => self.values.get(placeholder).is_none(),
            Value::Template(mut parts) => parts.any(|part| match part {
                Part::Placeholder(placeholder) => self.values.get(placeholder).is_none(),
                Part::Text(_) => false,
            }),
            _ => false,
        }
    }
}

impl<D: Serialize> Serialize for InEnvelope<'_, D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.node.value() {
            Value::Placeholder(Placeholder::Details) => self.details.serialize(serializer),
            Value::Placeholder(placeholder) => match self.values.get(placeholder) {
                Some(Written::Number(number)) if !self.node.is_quoted() => serializer.serialize_i64(number),
                Some(Written::Number(number)) => serializer.collect_str(&number),
                Some(Written::Text(text)) => serializer.serialize_str(&text),
                Some(Written::Object(text)) => serializer.serialize_str(text),
                // The object or array around the value omits it.
                None => serializer.serialize_unit(),
            },
            Value::Template(parts) => {
                let mut text = String::new();
                for part in parts {
                    match part {
                        Part::Text(part) => text.push_str(&unescape(part)),
                        Part::Placeholder(placeholder) => match self.values.get(placeholder) {
                            Some(Written::Text(value)) => text.push_str(&value),
                            Some(Written::Number(number)) => text.push_str(&number.to_string()),
                            // An object is not allowed here, and the object or array around the value omits an absent one.
                            Some(Written::Object(_)) | None => {}
                        },
                    }
                }
                serializer.serialize_str(&text)
            }
            Value::Object(members) => {
                let members = members.members().filter(|(_, node)| !self.is_absent(*node));
                let mut map = serializer.serialize_map(Some(members.clone().count()))?;
                for (name, node) in members {
                    map.serialize_entry(&*unescape(name), &self.with(node))?;
                }
                map.end()
            }
            Value::Array(elements) => {
                let elements = elements.filter(|node| !self.is_absent(*node));
                let mut seq = serializer.serialize_seq(Some(elements.clone().count()))?;
                for node in elements {
                    seq.serialize_element(&self.with(node))?;
                }
                seq.end()
            }
            Value::Text(text) => serializer.serialize_str(&unescape(text)),
            Value::Other("true") => serializer.serialize_bool(true),
            Value::Other("false") => serializer.serialize_bool(false),
            Value::Other(number) => {
                if let Ok(number) = number.parse::<u64>() {
                    serializer.serialize_u64(number)
                } else if let Ok(number) = number.parse::<i64>() {
                    serializer.serialize_i64(number)
                } else if let Ok(number) = number.parse::<f64>() {
                    serializer.serialize_f64(number)
                } else {
                    // The only other JSON value is `null`.
                    serializer.serialize_unit()
                }
            }
        }
    }
}
