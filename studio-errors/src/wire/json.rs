//! The wire format as text: `{"error":{"code":"STUDIO_1601","message":"..","http":402}}`.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::{self, Write};

use crate::code::ErrorInfo;
use crate::code::body_format::{AFTER_MESSAGE, TAIL, before_message};

const REQUEST_ID: &str = r#","request_id":""#;

/// The error body with `message` in place of the description.
pub(crate) fn of_message(info: ErrorInfo, message: &str) -> String {
    render(info, |json| json.write_str(message)).unwrap_or_default()
}

/// The error body with what `display` writes in place of the description; the description where it fails.
pub(crate) fn of_display(info: ErrorInfo, display: &dyn fmt::Display) -> String {
    render(info, |json| write!(json, "{display}")).unwrap_or_else(|_| info.json().into())
}

fn render(info: ErrorInfo, message: impl FnOnce(&mut String) -> fmt::Result) -> Result<String, fmt::Error> {
    // The constant body already contains everything except the message.
    let (head, tail) = around_message(info).ok_or(fmt::Error)?;
    // Enough for a message about as long as the description, so that most are written without another allocation.
    let mut json = String::with_capacity(info.json().len() + 32);
    json.push_str(head);
    message(&mut json)?;
    // One pass over the whole message costs less than one over each of the pieces that it is written in.
    if needs_escape(json.as_bytes().get(head.len()..).unwrap_or_default()) {
        let message = json.split_off(head.len());
        escape(&mut json, &message);
    }
    json.push_str(tail);
    Ok(json)
}

/// The constant body up to its message, and from the end of its message.
fn around_message(info: ErrorInfo) -> Option<(&'static str, &'static str)> {
    let head = before_message(info.code().as_str().len());
    let tail = info.json().len().saturating_sub(AFTER_MESSAGE);
    Some((info.json().get(..head)?, info.json().get(tail..)?))
}

/// The error body with `message`, if there is one, in place of the description, and with the member `request_id`, if there
/// is one. Borrowed if there is neither.
pub(crate) fn body(info: ErrorInfo, message: Option<&str>, request_id: Option<&str>) -> Cow<'static, str> {
    let constant = || Cow::Borrowed(info.json());
    if message.is_none() && request_id.is_none() {
        return constant();
    }
    let Some((head, tail)) = around_message(info) else { return constant() };
    let id = request_id.map_or(0, |id| REQUEST_ID.len() + id.len() + 1);
    let message_len = message.map_or(info.json().len().saturating_sub(head.len() + tail.len()), str::len);
    // An exact capacity, unless a text is escaped, saves an allocation where the text becomes `Bytes`.
    let mut json = String::with_capacity(head.len() + message_len + tail.len() + id);
    match message {
        Some(message) => {
            json.push_str(head);
            escape(&mut json, message);
            json.push_str(tail);
        }
        None => json.push_str(info.json()),
    }
    if let Some(id) = request_id {
        json.truncate(json.len() - TAIL.len());
        push_request_id(&mut json, id);
        json.push_str(TAIL);
    }
    Cow::Owned(json)
}

/// Adds the member `request_id` after another member.
pub(crate) fn push_request_id(json: &mut String, id: &str) {
    json.push_str(REQUEST_ID);
    escape(json, id);
    json.push('"');
}

/// Adds `text` as it stands inside a JSON string: RFC 8259, section 7, escaped where it must be and no further.
pub(crate) fn escape(json: &mut String, text: &str) {
    // One pass over the whole text costs less than a search for each byte that is escaped; most texts have none.
    if !needs_escape(text.as_bytes()) {
        json.push_str(text);
        return;
    }
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
