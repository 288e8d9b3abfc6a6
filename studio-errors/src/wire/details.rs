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

/// Where the derive writes the details of a value: the fields with the key `detail`, in the order of declaration, or the whole
/// object.
pub struct Details<'a> {
    info: ErrorInfo,
    target: Target<'a>,
}

/// What is made of the details.
enum Target<'a> {
    Json(Json),
    Fields(&'a mut (dyn FnMut(Field<'_>) + 'a)),
}

/// The details as JSON.
#[derive(Debug, Default)]
pub(crate) struct Json {
    /// It is empty without details.
    pub(crate) text: String,
    /// The number of members. `None` if the details are one value.
    pub(crate) members: Option<usize>,
}

/// A field by reference, for any format of serde.
pub(crate) enum Field<'a> {
    Member(&'a str, &'a dyn erased_serde::Serialize),
    Whole(&'a dyn erased_serde::Serialize),
}

impl core::fmt::Debug for Details<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Details").finish_non_exhaustive()
    }
}

impl<'a> Details<'a> {
    /// The JSON of the details that `write` writes, for an error with these facts. An internal error has no details.
    pub(crate) fn json(info: ErrorInfo, write: impl FnOnce(&mut Details<'_>)) -> Json {
        let mut details = Details { info, target: Target::Json(Json::default()) };
        write(&mut details);
        match details.target {
            Target::Json(mut json) if !json.text.is_empty() && !details.info.is_internal() => {
                if json.members.is_some() {
                    json.text.push('}');
                }
                json
            }
            _ => Json::default(),
        }
    }

    /// Passes each field to `visit`.
    pub(crate) fn fields(info: ErrorInfo, visit: &'a mut (dyn FnMut(Field<'_>) + 'a)) -> Self {
        Self { info, target: Target::Fields(visit) }
    }

    /// Starts an object without members.
    pub fn object(&mut self) -> &mut Self {
        if let Target::Json(json) = &mut self.target {
            json.text = String::with_capacity(64);
            json.text.push('{');
            json.members = Some(0);
        }
        self
    }

    /// Adds a member. A value that is null, such as `None`, and a value that fails to serialize, have no member.
    pub fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> &mut Self {
        match (to_json(value), &mut self.target) {
            (Ok(value), _) if value == "null" => {}
            (Ok(value), Target::Json(Json { text, members })) => {
                let before = members.unwrap_or_default();
                *members = Some(before + 1);
                text.push_str(if before > 0 { ",\"" } else { "\"" });
                escape(text, name);
                text.push_str("\":");
                text.push_str(&value);
            }
            (Ok(_), Target::Fields(visit)) => visit(Field::Member(name, &value)),
            (Err(error), _) => self.left_out(name, &error),
        }
        self
    }

    /// The details are one object: `value`. A value that is null has no details, and one that is no object is left out.
    pub fn whole<T: Serialize + ?Sized>(&mut self, value: &T) {
        match (to_json(value), &mut self.target) {
            (Ok(value), _) if value == "null" => {}
            (Ok(value), Target::Json(json)) if value.starts_with('{') => json.text = value,
            (Ok(json), Target::Fields(visit)) if json.starts_with('{') => visit(Field::Whole(&value)),
            (Ok(_), _) => {
                self.left_out("details", &serde_core::ser::Error::custom("the details are not an object"));
            }
            (Err(error), _) => self.left_out("details", &error),
        }
    }

    /// Logs a value that fails to serialize: a fault of the service, at which nobody else would look.
    #[cfg(feature = "tracing")]
    fn left_out(&self, name: &str, error: &serde_json::Error) {
        // The fields are visited after the JSON was written, which logs the fault.
        if matches!(self.target, Target::Json(_))
            && let Some(metadata) = log::enabled(self.info.target(), tracing::Level::ERROR)
        {
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
}

/// The value as JSON. An implementation of `Serialize` that forgets the key of a member makes `serde_json` write other text, so
/// the text is read again.
fn to_json<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<String> {
    let json = serde_json::to_string(value)?;
    serde_json::from_str::<IgnoredAny>(&json)?;
    Ok(json)
}
