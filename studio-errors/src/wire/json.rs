//! Writes the error body as JSON: `{"error":{"code":"STUDIO_1601","message":"..","http":402}}`.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::code::ErrorInfo;
use crate::code::layout::body::TAIL;
use crate::wire::envelope::{self, Members, Values};
use crate::wire::escape::escape;

const DETAILS: &str = r#","details":"#;
const REQUEST_ID: &str = r#","request_id":""#;

/// Returns the error body with the description as its message, without other members. It is borrowed if the catalog has the published
/// envelope.
#[inline]
#[must_use]
pub fn described(info: ErrorInfo) -> Cow<'static, str> {
    match info.catalog().envelope {
        None => Cow::Borrowed(info.json()),
        Some(_) => Cow::Owned(render(info, None, &Members::default())),
    }
}

/// Returns the error body with `message`, if there is one, instead of the description, and with `members`. It is borrowed if all of
/// them are absent, and the catalog has the published envelope.
pub(crate) fn body(info: ErrorInfo, message: Option<&str>, members: &Members<'_>) -> Cow<'static, str> {
    let is_constant = message.is_none() && members.details.is_none() && members.request_id.is_none();
    if is_constant && info.catalog().envelope.is_none() {
        return Cow::Borrowed(info.json());
    }
    Cow::Owned(render(info, message, members))
}

fn render(info: ErrorInfo, message: Option<&str>, members: &Members<'_>) -> String {
    if let Some(template) = info.catalog().envelope {
        return envelope::render(template, &Values::of(info, message.unwrap_or(info.description()), *members));
    }
    let Members { details, request_id, .. } = *members;
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
    json
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
