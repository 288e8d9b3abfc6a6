//! The log event of an error that becomes a response.

use alloc::string::String;
use core::error::Error;
use core::fmt::{self, Write};

use crate::code::{ErrorInfo, Level};
use crate::response::sources::sources;
use crate::text::escape::Terminal;

pub(crate) fn emit(info: ErrorInfo, error: &dyn fmt::Display, source: Option<&(dyn Error + 'static)>) {
    macro_rules! event {
        ($level:ident) => {
            tracing::event!(
                target: "studio_errors",
                tracing::Level::$level,
                {
                    error.type = info.code().as_str(),
                    http.response.status_code = info.http(),
                    name = info.name(),
                    category = info.category().slug(),
                    exception.message = text_of(error).as_str(),
                    sources = sources_of(source).as_deref(),
                },
                "{}",
                Terminal(info.description())
            )
        };
    }
    // `tracing` needs the level of an event as a constant.
    match info.level() {
        Level::Trace => event!(TRACE),
        Level::Debug => event!(DEBUG),
        Level::Info => event!(INFO),
        Level::Warn => event!(WARN),
        Level::Error => event!(ERROR),
    }
}

/// Logs that the set of an operation does not list a code that the operation answers with.
pub(crate) fn undeclared(info: ErrorInfo, set: &str) {
    let (code, name, ty) = (info.code().as_str(), info.name(), info.table().name);
    tracing::error!(
        target: "studio_errors",
        { error.type = code, set },
        "{code} is not listed in `{set}`; help: add `{name}` to the codes of `{ty}` in its `code_set!`",
    );
}

/// Records a text as a string. A JSON formatter would quote a `Debug` value twice.
fn text_of(error: &dyn fmt::Display) -> String {
    let mut text = String::new();
    // If `Display` fails, the rest of the event must not be lost.
    let _ = write!(text, "{error}");
    text
}

/// All sources, one on each line. The innermost source is last, unless there are more than `MAX_SOURCES`.
fn sources_of(source: Option<&(dyn Error + 'static)>) -> Option<String> {
    let mut lines: Option<String> = None;
    for source in sources(source) {
        let lines = match &mut lines {
            Some(lines) => {
                lines.push('\n');
                lines
            }
            None => lines.insert(String::new()),
        };
        // Writing to a `String` cannot fail.
        let _ = write!(lines, "{}", Terminal(&text_of(&source)));
    }
    lines
}
