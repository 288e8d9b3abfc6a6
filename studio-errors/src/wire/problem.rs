//! Problem details: RFC 9457.

use alloc::string::String;
use core::fmt::Write;

use crate::code::ErrorInfo;
use crate::wire::json;

/// The problem that `published`, a body in the published format, tells of.
pub(crate) fn render(info: ErrorInfo, published: &str, base: &str) -> String {
    let title = info.escaped_description();
    // A body that somebody wrote by hand in another format keeps its status and its code, and loses its words.
    let detail = json::message_in(published).unwrap_or(title);
    let mut problem = String::with_capacity(base.len() + title.len() + detail.len() + 96);
    problem.push_str(r#"{"type":""#);
    json::escape(&mut problem, base);
    if !base.ends_with(['/', '#']) {
        problem.push('/');
    }
    // Writing to a `String` does not fail.
    let _ = write!(
        problem,
        r#"{code}","title":"{title}","status":{http},"detail":"{detail}","code":"{code}"}}"#,
        code = info.code(),
        http = info.http(),
    );
    problem
}
