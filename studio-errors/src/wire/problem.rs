//! Writes problem details: RFC 9457.

use alloc::string::String;
use core::fmt::Write;

use crate::code::{ErrorInfo, Property};
use crate::wire::envelope::Members;
use crate::wire::escape::escape;
use crate::wire::json;

/// The members of problem details, as the template of a body. A reader takes the first member with a value as the message. The texts of
/// `type` and `title` vary.
#[cfg(any(feature = "client", feature = "reference"))]
pub(crate) const TEMPLATE: &str = concat!(
    r#"{"type":"about:blank","detail":"{message}","title":"{message}","status":{http},"code":"{code}","#,
    r#""details":{details},"request_id":"{request_id}"}"#
);

/// The names of the members of problem details. A property or a value of the request with one of these names is left out.
const NAMES: [&str; 8] = ["type", "title", "status", "detail", "instance", "code", "details", "request_id"];

/// The problem details of an error.
///
/// `type` is the URL of the code in the reference. Without it, `type` is `about:blank`, and `title` is `phrase`, the phrase of the
/// status (RFC 9457, section 4.2.1). The properties of the code and the values of the request are extension members.
pub(crate) fn render(
    info: ErrorInfo,
    phrase: Option<&str>,
    detail: &str,
    instance: Option<&str>,
    members: &Members<'_>,
) -> String {
    let docs = info.docs();
    let title = if docs.is_some() { info.description() } else { phrase.unwrap_or(info.description()) };
    let optional = [docs.as_deref(), instance, members.details, members.request_id];
    // This is enough for the names of the members, the code and the status.
    let optional = optional.iter().flatten().map(|text| text.len()).sum::<usize>();
    let mut problem = String::with_capacity(optional + title.len() + detail.len() + 180);
    problem.push_str(r#"{"type":""#);
    escape(&mut problem, docs.as_deref().unwrap_or("about:blank"));
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
    json::push_members(&mut problem, members.details, members.request_id);
    let properties = info.catalog().properties.iter().map(Property::name);
    let properties = properties.filter_map(|name| Some((name, info.property(name)?)));
    let values = members.values.iter().map(|(name, value)| (&**name, &**value));
    for (name, value) in properties.chain(values).filter(|(name, _)| !NAMES.contains(name)) {
        problem.push_str(",\"");
        escape(&mut problem, name);
        problem.push_str("\":\"");
        escape(&mut problem, value);
        problem.push('"');
    }
    problem.push('}');
    problem
}
