//! Escapes untrusted text.

#[cfg(feature = "reference")]
use alloc::string::String;
use core::fmt::{self, Write};

/// Shows text on one line: line breaks and tabs become spaces, other control characters become escape sequences.
///
/// Bidirectional control characters are kept. The output must isolate them, as the cells of HTML and Markdown tables do.
#[cfg(feature = "reference")]
pub(crate) struct Line<'a>(pub(crate) &'a str);

#[cfg(feature = "reference")]
impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        on_a_line(self.0, char::is_control, f)
    }
}

/// Like [`Line`], for an output that cannot isolate the direction of text, such as a terminal, a log or a comment: escapes
/// bidirectional control characters too.
pub(crate) struct Terminal<'a>(pub(crate) &'a str);

impl fmt::Display for Terminal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        on_a_line(self.0, |c| c.is_control() || is_bidirectional(c), f)
    }
}

fn on_a_line(text: &str, escaped: impl Fn(char) -> bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    text.chars().try_for_each(|c| match c {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => f.write_char(' '),
        c if escaped(c) => write!(f, "{}", c.escape_unicode()),
        c => f.write_char(c),
    })
}

/// Whether the character is a bidirectional control character (UAX 9, table 4).
fn is_bidirectional(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Escapes the characters of a JSON text that JSON allows, but that are unsafe if the text is shown: U+007F to U+009F, with which
/// a terminal may begin a control sequence, and bidirectional control characters.
#[cfg(feature = "reference")]
#[must_use]
pub fn json(written: String) -> String {
    // Outside of strings, only line feeds are control characters.
    let hidden = |c: char| c != '\n' && (c.is_control() || is_bidirectional(c) || matches!(c, '\u{2028}' | '\u{2029}'));
    if !written.contains(hidden) {
        return written;
    }
    let mut json = String::with_capacity(written.len());
    for c in written.chars() {
        if hidden(c) {
            // All of these characters are below U+FFFF. Writing to a `String` cannot fail.
            let _ = write!(json, "\\u{:04x}", u32::from(c));
        } else {
            json.push(c);
        }
    }
    json
}
