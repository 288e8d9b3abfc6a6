//! Escapes text, and writes tables, for a tool that shows a reference.

use core::fmt;

pub use super::explanation::to_html as explanation;
pub use crate::text::columns::{cell, two_cells, write_table};
pub use crate::text::escape::json;
use crate::text::escape::{Line, Terminal};

/// The text on one line: line breaks and tabs become spaces, other control characters become escape sequences.
///
/// Bidirectional control characters are kept. The output must isolate them, as the cells of HTML and Markdown tables do.
#[must_use]
pub fn line(text: &str) -> impl fmt::Display + '_ {
    Line(text)
}

/// Like [`line()`], for an output that cannot isolate the direction of text, such as a terminal, a log or a comment: escapes
/// bidirectional control characters too.
///
/// ```
/// use studio_errors::reference::output::terminal;
///
/// assert_eq!(terminal("a\tb\u{1b}[31m\u{202e}").to_string(), r"a b\u{1b}[31m\u{202e}");
/// ```
#[must_use]
pub fn terminal(text: &str) -> impl fmt::Display + '_ {
    Terminal(text)
}
