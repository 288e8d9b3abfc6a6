//! Writes the error body as JSON: `{"error":{"code":"STUDIO_1601","message":"..","http":402}}`.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::{self, Write};

use crate::code::ErrorInfo;
use crate::code::layout::body::TAIL;
use crate::wire::envelope::{self, Values};
use crate::wire::escape::{escape, needs_escape};
use crate::wire::members::Members;

const DETAILS: &str = r#","details":"#;
const REQUEST_ID: &str = r#","request_id":""#;

/// Returns the error body with the description as its message. It is borrowed if the catalog has the published envelope.
#[inline]
#[must_use]
pub fn described(info: ErrorInfo) -> Cow<'static, str> {
    match info.catalog().envelope {
        None => Cow::Borrowed(info.json()),
        Some(_) => body(info, None, &Members::default()),
    }
}

/// Returns the text of `display`. If `display` fails, or if the error is internal, it is the description.
pub fn message<'a>(info: ErrorInfo, display: &dyn fmt::Display) -> Cow<'a, str> {
    if info.is_internal() {
        return Cow::Borrowed(info.description());
    }
    // Most messages have about the length of the description.
    let mut text = String::with_capacity(info.description().len() + 32);
    match write!(text, "{display}") {
        Ok(()) => Cow::Owned(text),
        Err(_) => Cow::Borrowed(info.description()),
    }
}

/// Returns the error body with the text of `display` instead of the description. If `display` fails, or if the error is internal, it
/// is the description.
pub fn of_display(info: ErrorInfo, display: &dyn fmt::Display) -> Cow<'static, str> {
    if info.is_internal() {
        return described(info);
    }
    if let Some(template) = info.catalog().envelope {
        let message = message(info, display);
        return Cow::Owned(envelope::render(template, &Values::of(info, &message, &Members::default())));
    }
    render(info, |json| write!(json, "{display}")).map_or(Cow::Borrowed(info.json()), Cow::Owned)
}

fn render(info: ErrorInfo, message: impl FnOnce(&mut String) -> fmt::Result) -> Result<String, fmt::Error> {
    // The constant body already contains everything except the message.
    let (head, len, tail) = info.around_message();
    // This is enough for most messages, which have about the length of the description.
    let mut json = String::with_capacity(head.len() + len + tail.len() + 32);
    json.push_str(head);
    message(&mut json)?;
    // Escaping the whole message at once is faster than escaping each of its pieces.
    if needs_escape(json.as_bytes().get(head.len()..).unwrap_or_default()) {
        let message = json.split_off(head.len());
        escape(&mut json, &message);
    }
    json.push_str(tail);
    Ok(json)
}

/// Returns the error body with `message`, if there is one, instead of the description, and with `members`. It is borrowed if all of
/// them are absent.
pub(crate) fn body(info: ErrorInfo, message: Option<&str>, members: &Members<'_>) -> Cow<'static, str> {
    if let Some(template) = info.catalog().envelope {
        let message = message.unwrap_or(info.description());
        return Cow::Owned(envelope::render(template, &Values::of(info, message, members)));
    }
    let Members { details, request_id, .. } = *members;
    if message.is_none() && details.is_none() && request_id.is_none() {
        return Cow::Borrowed(info.json());
    }
    let (head, len, tail) = info.around_message();
    let id = request_id.map_or(0, |id| REQUEST_ID.len() + id.len() + 1);
    let details_len = details.map_or(0, |details| DETAILS.len() + details.len());
    let message_len = message.map_or(len, str::len);
    // If the capacity is exact, the conversion into `Bytes` needs no allocation.
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
