//! The wire format as text: `{"error":{"code":"STUDIO_1601","message":"..","http":402}}`.

use alloc::string::String;
use core::fmt::{self, Write};

use crate::code::ErrorInfo;
use crate::code::body_format::{AFTER_MESSAGE, HEAD, HTTP, MESSAGE, TAIL, before_message};

/// The wire format with `message` in place of the description.
pub(crate) fn of_message(info: ErrorInfo, message: &str) -> String {
    render(info, |json| json.write_str(message)).unwrap_or_default()
}

/// The wire format with what `display` writes in place of the description; the description where it fails.
pub(crate) fn of_display(info: ErrorInfo, display: &dyn fmt::Display) -> String {
    render(info, |json| write!(json, "{display}")).unwrap_or_else(|_| info.json().into())
}

fn render(info: ErrorInfo, message: impl FnOnce(&mut String) -> fmt::Result) -> Result<String, fmt::Error> {
    // All but the message stands in the published body already.
    let head = before_message(info.code().as_str().len());
    let tail = info.json().len().saturating_sub(AFTER_MESSAGE);
    // Room for a message about as long as the description, so that most are written without growing.
    let mut json = String::with_capacity(info.json().len() + 32);
    json.push_str(info.json().get(..head).ok_or(fmt::Error)?);
    message(&mut json)?;
    // One look at the whole message costs less than one at each of the pieces that it is written in.
    if needs_escape(json.as_bytes().get(head..).unwrap_or_default()) {
        let message = json.split_off(head);
        escape(&mut json, &message);
    }
    json.push_str(info.json().get(tail..).ok_or(fmt::Error)?);
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

/// Adds `text` as it stands inside a JSON string: RFC 8259, section 7, escaped where it must be and no further.
pub(crate) fn escape(json: &mut String, text: &str) {
    let mut rest = text;
    // Bytes of ASCII, at which a text may be split.
    while let Some(at) = rest.bytes().position(must_be_escaped) {
        let (plain, escaped) = rest.split_at(at);
        let (escaped, after) = escaped.split_at(1);
        json.push_str(plain);
        match escaped {
            "\"" => json.push_str("\\\""),
            "\\" => json.push_str("\\\\"),
            "\n" => json.push_str("\\n"),
            "\r" => json.push_str("\\r"),
            "\t" => json.push_str("\\t"),
            "\u{8}" => json.push_str("\\b"),
            "\u{c}" => json.push_str("\\f"),
            // Writing to a `String` does not fail.
            other => other.bytes().for_each(|byte| {
                let _ = write!(json, "\\u{byte:04x}");
            }),
        }
        rest = after;
    }
    json.push_str(rest);
}

/// Most text has no such byte: nothing else is asked of each.
const fn must_be_escaped(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Without a way out of the loop, which the compiler makes one look at sixteen bytes.
fn needs_escape(text: &[u8]) -> bool {
    text.iter().fold(false, |found, byte| found | must_be_escaped(*byte))
}
