//! The details of an error: its fields, as JSON and for any format of serde.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde_core::de::IgnoredAny;
use serde_core::{Serialize, Serializer, ser::Error};

use super::escape::escape;
use crate::code::ErrorInfo;
#[cfg(feature = "tracing")]
use crate::log;

/// The details of a value. The derive adds the fields with the key `detail`, in the order of declaration, or the one with the key
/// `details`.
pub struct Details<'a> {
    info: ErrorInfo,
    content: Content<'a>,
}

enum Content<'a> {
    Absent,
    Members(Vec<(&'static str, Field<'a>)>),
    /// `None` if the value is null, or no object.
    Whole(Option<Field<'a>>),
}

/// A field that is not null, and its JSON.
struct Field<'a> {
    value: &'a dyn erased_serde::Serialize,
    json: String,
}

impl fmt::Debug for Details<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Details").finish_non_exhaustive()
    }
}

impl<'a> Details<'a> {
    /// The details that `write` adds, for an error with these facts. `None` if there are none, or if the error is internal.
    #[inline]
    pub(crate) fn of(info: ErrorInfo, write: impl FnOnce(&mut Self)) -> Option<Self> {
        let mut details = Self { info, content: Content::Absent };
        write(&mut details);
        (!matches!(details.content, Content::Absent) && !details.info.is_internal()).then_some(details)
    }

    /// Starts an object without members.
    pub fn object(&mut self) -> &mut Self {
        self.content = Content::Members(Vec::new());
        self
    }

    /// Adds a member. A value that is null, such as `None`, and a value that fails to serialize, have no member.
    pub fn member<T: Serialize>(&mut self, name: &'static str, value: &'a T) -> &mut Self {
        if let (Some(field), Content::Members(members)) = (self.field(name, value), &mut self.content) {
            members.push((name, field));
        }
        self
    }

    /// The details are one object: `value`. A value that is null has no details, and one that is no object is left out.
    pub fn whole<T: Serialize>(&mut self, value: &'a T) {
        self.content = Content::Whole(match self.field("details", value) {
            Some(field) if !field.json.starts_with('{') => {
                self.left_out("details", &Error::custom("the details are not an object"));
                None
            }
            field => field,
        });
    }

    fn field<T: Serialize>(&self, name: &str, value: &'a T) -> Option<Field<'a>> {
        // An implementation of `Serialize` that forgets the key of a member makes `serde_json` write text that is not JSON.
        let json = serde_json::to_string(value)
            .and_then(|json| serde_json::from_str::<IgnoredAny>(&json).map(|IgnoredAny| json));
        match json {
            Ok(json) => (json != "null").then_some(Field { value, json }),
            Err(error) => {
                self.left_out(name, &error);
                None
            }
        }
    }

    /// Logs a value that fails to serialize: a fault of the service, at which nobody else would look.
    #[cfg(feature = "tracing")]
    fn left_out(&self, name: &str, error: &serde_json::Error) {
        let Some(metadata) = log::enabled(self.info.target(), tracing::Level::ERROR) else { return };
        let (message, code) = ("a detail that fails to serialize is left out", self.info.code().as_str());
        let text = alloc::format!("{error}");
        let values: [(&str, &dyn tracing::Value); 4] =
            [("message", &message), ("error.type", &code), ("exception.message", &text), ("detail", &name)];
        log::emit(metadata, &values);
    }

    #[cfg(not(feature = "tracing"))]
    #[expect(clippy::unused_self, reason = "with the feature `tracing`, it logs")]
    fn left_out(&self, _: &str, _: &serde_json::Error) {}

    /// The details, unless the whole value is left out.
    pub(crate) fn present(self) -> Option<Self> {
        (!matches!(self.content, Content::Whole(None))).then_some(self)
    }

    /// The JSON object, if there is one.
    pub(crate) fn into_json(self) -> Option<String> {
        let members = match self.content {
            Content::Absent => return None,
            Content::Whole(field) => return Some(field?.json),
            Content::Members(members) => members,
        };
        let mut text = String::from("{");
        for (name, field) in members {
            text.push_str(if text.len() > 1 { ",\"" } else { "\"" });
            escape(&mut text, name);
            text.push_str("\":");
            text.push_str(&field.json);
        }
        text.push('}');
        Some(text)
    }
}

/// The fields themselves are serialized.
impl Serialize for Details<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.content {
            Content::Absent | Content::Whole(None) => serializer.serialize_unit(),
            Content::Whole(Some(field)) => field.value.serialize(serializer),
            Content::Members(members) => {
                serializer.collect_map(members.iter().map(|(name, field)| (name, field.value)))
            }
        }
    }
}
