//! Writes problem details: RFC 9457.

use alloc::string::String;
use core::fmt::Write;

use crate::code::ErrorInfo;
use crate::wire::escape::escape;
use crate::wire::json;

/// The URL of a code in the reference at `docs`.
pub(crate) fn page(docs: &str, info: ErrorInfo) -> String {
    let slash = if docs.ends_with(['/', '#']) { "" } else { "/" };
    [docs, slash, info.code().as_str()].concat()
}

/// The problem details of an error.
///
/// `type` is the URL `docs` with the code. Without the URL, `type` is `about:blank`, and `title` is `phrase`, the phrase of the
/// status (RFC 9457, section 4.2.1).
pub(crate) fn render(
    info: ErrorInfo,
    docs: Option<&str>,
    phrase: Option<&str>,
    detail: &str,
    instance: Option<&str>,
    details: Option<&str>,
    request_id: Option<&str>,
) -> String {
    let title = if docs.is_some() { info.description() } else { phrase.unwrap_or(info.description()) };
    let optional = [docs, instance, details, request_id].map(|text| text.map_or(0, str::len));
    // This is enough for the names of the members, the code and the status.
    let capacity = optional.iter().sum::<usize>() + title.len() + detail.len() + 180;
    let mut problem = String::with_capacity(capacity);
    problem.push_str(r#"{"type":""#);
    match docs {
        Some(base) => escape(&mut problem, &page(base, info)),
        None => problem.push_str("about:blank"),
    }
    problem.push_str(r#"","title":""#);
    escape(&mut problem, title);
    // Writing to a `String` cannot fail.
    let _ = write!(problem, r#"","status":{},"detail":""#, info.http());
    escape(&mut problem, detail);
    if let Some(instance) = instance {
        problem.push_str(r#"","instance":""#);
        escape(&mut problem, instance);
    }
    let _ = write!(problem, r#"","code":"{}""#, info.code());
    json::push_members(&mut problem, details, request_id);
    problem.push('}');
    problem
}
