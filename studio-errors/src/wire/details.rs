//! Writes the details of an error as one JSON object.

use alloc::string::String;
#[cfg(feature = "tracing")]
use alloc::string::ToString;

use serde_core::Serialize;
use serde_core::de::IgnoredAny;

use super::escape::escape;
use crate::code::ErrorInfo;
#[cfg(feature = "tracing")]
use crate::log;

/// A JSON object to which the derive adds the fields with the key `detail`, in the order of declaration.
#[derive(Debug)]
#[must_use]
pub struct Details {
    json: String,
    info: ErrorInfo,
}

impl Details {
    /// An object without members, of an error with these facts.
    pub fn of(info: ErrorInfo) -> Self {
        let mut json = String::with_capacity(64);
        json.push('{');
        Self { json, info }
    }

    /// Adds a member. A value that is null, such as `None`, and a value that fails to serialize, have no member.
    pub fn member<T: Serialize + ?Sized>(mut self, name: &str, value: &T) -> Self {
        match to_json(value) {
            Ok(value) if value == "null" => {}
            Ok(value) => {
                self.json.push_str(if self.json.len() > 1 { ",\"" } else { "\"" });
                escape(&mut self.json, name);
                self.json.push_str("\":");
                self.json.push_str(&value);
            }
            Err(error) => self.left_out(name, &error),
        }
        self
    }

    /// The details of an error with these facts, which are one object: `value`. A value that is null has no details, and one that is
    /// no object is left out.
    #[must_use]
    pub fn whole<T: Serialize + ?Sized>(info: ErrorInfo, value: &T) -> Option<String> {
        match to_json(value) {
            Ok(json) if json.starts_with('{') => Some(json).filter(|_| !info.is_internal()),
            Ok(json) if json == "null" => None,
            Ok(_) => {
                Self::of(info).left_out("details", &serde_core::ser::Error::custom("the details are not an object"));
                None
            }
            Err(error) => {
                Self::of(info).left_out("details", &error);
                None
            }
        }
    }

    /// Logs a value that fails to serialize: a fault of the service, at which nobody else would look.
    #[cfg(feature = "tracing")]
    fn left_out(&self, name: &str, error: &serde_json::Error) {
        if let Some(metadata) = log::enabled(self.info.target(), tracing::Level::ERROR) {
            let (message, code) = ("a detail that fails to serialize is left out", self.info.code().as_str());
            let text = error.to_string();
            log::emit(
                metadata,
                &[("message", &message), ("error.type", &code), ("exception.message", &text), ("detail", &name)],
            );
        }
    }

    #[cfg(not(feature = "tracing"))]
    #[expect(clippy::unused_self, reason = "with the feature `tracing`, it logs")]
    fn left_out(&self, _: &str, _: &serde_json::Error) {}

    /// The object. `None` if the error is internal.
    #[must_use]
    pub fn finish(mut self) -> Option<String> {
        self.json.push('}');
        Some(self.json).filter(|_| !self.info.is_internal())
    }
}

/// The value as JSON. An implementation of `Serialize` that forgets the key of a member makes `serde_json` write other text, so
/// the text is read again.
fn to_json<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<String> {
    let json = serde_json::to_string(value)?;
    serde_json::from_str::<IgnoredAny>(&json)?;
    Ok(json)
}
