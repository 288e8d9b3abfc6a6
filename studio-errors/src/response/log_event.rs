//! The log event of an error that becomes a response.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt::{self, Write};
use core::panic::Location;

use tracing::level_filters::LevelFilter;
use tracing::{Level, Value};

use crate::code::ErrorInfo;
use crate::log;
use crate::response::request::current;
use crate::response::sources;
use crate::text::escape::Terminal;

/// The greatest length of `exception.stacktrace` in bytes.
const MAX_STACKTRACE: usize = 8 * 1024;

/// Emits the event of an error, which was converted at `location`. No function depends on its type, so that a type adds little code.
pub(crate) fn emit(info: ErrorInfo, error: &dyn Error, location: &'static Location<'static>) {
    let level = Level::from(info.level());
    let Some(metadata) = log::enabled(info.target(), level) else {
        if LevelFilter::current() == LevelFilter::OFF {
            record(level, info, error);
        }
        return;
    };
    let description = Terminal(info.description()).to_string();
    let (code, http, name, category) = (info.code().as_str(), info.http(), info.name(), info.category().slug());
    let text = text_of(error);
    let sources = sources_of(&text, error.source());
    let stacktrace = info.is_internal().then(|| stacktrace(error));
    let (request, location) = (current(), in_user_code(location));
    let mut values: Vec<(&str, &dyn Value)> = vec![
        ("message", &description),
        ("error.type", &code),
        ("http.response.status_code", &http),
        ("name", &name),
        ("category", &category),
    ];
    // No text is written twice.
    if text != info.description() {
        values.push(("exception.message", &text));
    }
    values.extend(sources.as_ref().map(|text| ("sources", text as _)));
    values.extend(stacktrace.as_ref().map(|text| ("exception.stacktrace", text as _)));
    values.extend(request.iter().filter_map(|request| Some(("request_id", request.id.as_ref()? as _))));
    if let Some((file, line)) = &location {
        values.extend([("code.file.path", file as _), ("code.line.number", line as _)]);
    }
    log::emit(metadata, &values);
}

/// In a program without a subscriber, the feature `log` of `tracing` writes the error as a record of the crate `log`.
fn record(level: Level, info: ErrorInfo, error: &dyn Error) {
    macro_rules! record {
        ($($level:ident)+) => {
            match level {
                $(Level::$level => tracing::event!(
                    target: "studio_errors",
                    Level::$level,
                    "{}: {}: {:?}",
                    info.code(),
                    Terminal(info.description()),
                    // Text from a client is quoted.
                    format_args!("{error}").to_string(),
                ),)+
            }
        };
    }
    record!(TRACE DEBUG INFO WARN ERROR);
}

/// Logs that the set of an operation does not list a code that the operation answers with.
pub(crate) fn undeclared(info: ErrorInfo, set: &str) {
    let Some(metadata) = log::enabled(info.target(), Level::ERROR) else { return };
    let (code, name, ty) = (info.code().as_str(), info.name(), info.table().name);
    let message =
        format!("{code} is not listed in `{set}`; help: add `{name}` to the codes of `{ty}` in its `code_set!`");
    log::emit(metadata, &[("message", &message), ("error.type", &code), ("set", &set)]);
}

/// Records a text as a string. A JSON formatter would quote a `Debug` value twice.
fn text_of(error: &dyn Error) -> String {
    let mut text = String::new();
    // If `Display` fails, the rest of the event must not be lost.
    let _ = write!(text, "{error}");
    text
}

/// The sources, one on each line. The innermost source is last, unless there are more than 64. A source whose text
/// ends the text before it is omitted.
fn sources_of(text: &str, source: Option<&(dyn Error + 'static)>) -> Option<String> {
    let mut before = text.to_string();
    let mut lines = Vec::new();
    for source in sources(source) {
        let text = text_of(source);
        if !before.ends_with(&text) {
            lines.push(Terminal(&text).to_string());
        }
        before = text;
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The `Debug` text of an error, which contains its backtrace if the error has one.
fn stacktrace(error: &dyn Error) -> String {
    let mut text = String::new();
    let _ = write!(Truncated(&mut text), "{error:?}");
    let lines: Vec<_> = text.lines().map(|line| Terminal(line).to_string()).collect();
    lines.join("\n")
}

/// Takes the first [`MAX_STACKTRACE`] bytes of a text.
struct Truncated<'a>(&'a mut String);

impl Write for Truncated<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let room = MAX_STACKTRACE - self.0.len();
        if text.len() <= room {
            self.0.push_str(text);
            return Ok(());
        }
        let end = (0..=room).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
        self.0.push_str(text.get(..end).unwrap_or_default());
        self.0.push('…');
        // The rest of the text need not be written.
        Err(fmt::Error)
    }
}

/// The file and the line, if they are not in this crate, in the standard library or in another dependency. For example,
/// `map_err(Into::into)` converts an error in the standard library.
fn in_user_code(location: &'static Location<'static>) -> Option<(&'static str, u32)> {
    let (own, _) = file!().split_at(file!().len() - "response/log_event.rs".len());
    let path = location.file().replace('\\', "/");
    let is_foreign = location.file().starts_with(own)
        || path.starts_with("/rustc/")
        || ["/lib/rustlib/src/rust/", "/registry/src/", "/git/checkouts/"].iter().any(|folder| path.contains(folder));
    (!is_foreign).then_some((location.file(), location.line()))
}
