//! The wire format as text: `{"error":{"code":"STUDIO_1601","message":"..","http":402}}`.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::{self, Write};

use crate::code::ErrorInfo;
use crate::code::body_format::{AFTER_MESSAGE, TAIL, before_message};
use crate::wire::envelope::{self, Values};
use crate::wire::escape::{escape, needs_escape};

const DETAILS: &str = r#","details":"#;
const REQUEST_ID: &str = r#","request_id":""#;

/// The error body with the description as its message. Borrowed if the catalog has the published envelope.
#[inline]
pub(crate) fn described(info: ErrorInfo) -> Cow<'static, str> {
    match info.catalog().envelope {
        None => Cow::Borrowed(info.json()),
        Some(_) => body(info, None, None, None),
    }
}

/// The text that `display` writes. If it fails, the description.
pub(crate) fn message<'a>(info: ErrorInfo, display: &dyn fmt::Display) -> Cow<'a, str> {
    // Most messages have about the length of the description.
    let mut text = String::with_capacity(info.description().len() + 32);
    match write!(text, "{display}") {
        Ok(()) => Cow::Owned(text),
        Err(_) => Cow::Borrowed(info.description()),
    }
}

/// The error body with what `display` writes in place of the description; the description where it fails.
pub(crate) fn of_display(info: ErrorInfo, display: &dyn fmt::Display) -> String {
    if let Some(template) = info.catalog().envelope {
        let message = message(info, display);
        return envelope::render(template, &Values::of(info, &message, None, None));
    }
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

/// The error body with `message`, if there is one, in place of the description, and with the members `details` (a JSON object)
/// and `request_id`, if they are given. Borrowed if there is none of them.
pub(crate) fn body(
    info: ErrorInfo,
    message: Option<&str>,
    details: Option<&str>,
    request_id: Option<&str>,
) -> Cow<'static, str> {
    if let Some(template) = info.catalog().envelope {
        let message = message.unwrap_or(info.description());
        return Cow::Owned(envelope::render(template, &Values::of(info, message, details, request_id)));
    }
    let constant = || Cow::Borrowed(info.json());
    if message.is_none() && details.is_none() && request_id.is_none() {
        return constant();
    }
    let Some((head, tail)) = around_message(info) else { return constant() };
    let id = request_id.map_or(0, |id| REQUEST_ID.len() + id.len() + 1);
    let details_len = details.map_or(0, |details| DETAILS.len() + details.len());
    let message_len = message.map_or(info.json().len().saturating_sub(head.len() + tail.len()), str::len);
    // An exact capacity, unless a text is escaped, saves an allocation where the text becomes `Bytes`.
    let mut json = String::with_capacity(head.len() + message_len + tail.len() + details_len + id);
    match message {
        Some(message) => {
            json.push_str(head);
            escape(&mut json, message);
            json.push_str(tail);
        }
        None => json.push_str(info.json()),
    }
    json.truncate(json.len() - TAIL.len());
    push_members(&mut json, details, request_id);
    json.push_str(TAIL);
    Cow::Owned(json)
}

/// Adds the members `details` and `request_id`, if they are given, after another member.
pub(crate) fn push_members(json: &mut String, details: Option<&str>, request_id: Option<&str>) {
    if let Some(details) = details {
        json.push_str(DETAILS);
        json.push_str(details);
    }
    if let Some(id) = request_id {
        json.push_str(REQUEST_ID);
        escape(json, id);
        json.push('"');
    }
}
