//! Escapes text, and writes tables, for a tool that shows a reference.

use alloc::string::String;
use core::fmt;

use super::explanation::to_html;
pub use crate::text::columns::{cell, two_cells, write_table};
use crate::text::escape::{self, Line, Terminal};

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

/// Escapes the characters of a JSON text that JSON allows, but that are unsafe if the text is shown: U+007F to U+009F, with which
/// a terminal may begin a control sequence, and bidirectional control characters.
#[must_use]
pub fn json(written: String) -> String {
    escape::json(written)
}

/// The explanation of a code as HTML, as [`to_html`](super::Reference::to_html) shows it: without elements and links that could harm a
/// reader.
///
/// ```
/// use studio_errors::reference::output::explanation;
///
/// assert_eq!(explanation("Not <b>, but *this*."), "<p>Not &lt;b&gt;, but <em>this</em>.</p>\n");
/// ```
#[must_use]
pub fn explanation(text: &str) -> String {
    to_html(text)
}
