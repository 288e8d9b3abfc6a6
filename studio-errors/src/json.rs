//! The wire format as text: `{"error":{"code":"STUDIO_1601","message":"..","http":402}}`.

use alloc::string::String;
use core::fmt::{self, Write};

use crate::info::ErrorInfo;

pub(crate) const HEAD: &str = r#"{"error":{"code":""#;
const MESSAGE: &str = r#"","message":""#;
const HTTP: &str = r#"","http":"#;
pub(crate) const TAIL: &str = "}}";

/// The wire format with `message` in place of the description.
pub(crate) fn of_message(info: &ErrorInfo, message: &str) -> String {
    render(info, |text| text.write_str(message)).unwrap_or_default()
}

/// The wire format with what `display` writes in place of the description; the description where it fails.
pub(crate) fn of_display(info: &'static ErrorInfo, display: &dyn fmt::Display) -> String {
    render(info, |text| write!(text, "{display}")).unwrap_or_else(|_| info.json.into())
}

fn render(info: &ErrorInfo, message: impl FnOnce(&mut Escaped<'_>) -> fmt::Result) -> Result<String, fmt::Error> {
    // All but the message stands in the published body already.
    let head = HEAD.len() + info.code.as_str().len() + MESSAGE.len();
    let tail = info.json.len().saturating_sub(HTTP.len() + 3 + TAIL.len());
    // Room for a message about as long as the description, so that most are written without growing.
    let mut json = String::with_capacity(info.json.len() + 32);
    json.push_str(info.json.get(..head).ok_or(fmt::Error)?);
    message(&mut Escaped(&mut json))?;
    json.push_str(info.json.get(tail..).ok_or(fmt::Error)?);
    Ok(json)
}

/// The code inside a body in the wire format.
#[cfg(feature = "axum")]
pub(crate) fn code_in(json: &str) -> Option<&str> {
    json.strip_prefix(HEAD)?.split_once('"').map(|(code, _)| code)
}

/// The message inside a body in the wire format, escaped as it stands there.
pub(crate) fn message_in(json: &str) -> Option<&str> {
    let (_code, rest) = json.strip_prefix(HEAD)?.split_once(MESSAGE)?;
    let (message, _http) = rest.strip_suffix(TAIL)?.rsplit_once(HTTP)?;
    Some(message)
}

/// Adds `text` as it stands inside a JSON string.
pub(crate) fn escape(json: &mut String, text: &str) {
    // Writing to a `String` does not fail.
    let _ = Escaped(json).write_str(text);
}

/// Writes text into a JSON string: RFC 8259, section 7, escaped where it must be and no further.
struct Escaped<'a>(&'a mut String);

impl Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        // Bytes of ASCII, at which a text may be split.
        while let Some(at) = rest.bytes().position(must_be_escaped) {
            let (plain, escaped) = rest.split_at(at);
            let (escaped, after) = escaped.split_at(1);
            self.0.push_str(plain);
            match escaped {
                "\"" => self.0.push_str("\\\""),
                "\\" => self.0.push_str("\\\\"),
                "\n" => self.0.push_str("\\n"),
                "\r" => self.0.push_str("\\r"),
                "\t" => self.0.push_str("\\t"),
                "\u{8}" => self.0.push_str("\\b"),
                "\u{c}" => self.0.push_str("\\f"),
                other => other.bytes().try_for_each(|byte| write!(self.0, "\\u{byte:04x}"))?,
            }
            rest = after;
        }
        self.0.push_str(rest);
        Ok(())
    }
}

/// Most text has no such byte: nothing else is asked of each.
const fn must_be_escaped(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}
