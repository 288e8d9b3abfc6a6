//! Text that somebody wrote, made safe to look at.

#[cfg(feature = "reference")]
use alloc::string::String;
use core::fmt::{self, Write};

/// Text on one line, without control characters: what parts lines becomes a space, what else cannot be seen is spelt out.
///
/// Marks of direction stay: whoever shows it isolates them, as HTML and Markdown do with a cell.
#[cfg(feature = "reference")]
pub(crate) struct Line<'a>(pub(crate) &'a str);

#[cfg(feature = "reference")]
impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        on_a_line(self.0, char::is_control, f)
    }
}

/// A [`Line`] where no direction of writing can be isolated, as in a terminal, a log or a comment: marks that change it are
/// spelt out as well.
pub(crate) struct Terminal<'a>(pub(crate) &'a str);

impl fmt::Display for Terminal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        on_a_line(self.0, |c| c.is_control() || turns(c), f)
    }
}

fn on_a_line(text: &str, spelt: impl Fn(char) -> bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    text.chars().try_for_each(|c| match c {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => f.write_char(' '),
        c if spelt(c) => write!(f, "{}", c.escape_unicode()),
        c => f.write_char(c),
    })
}

/// The marks of Unicode's bidirectional algorithm (UAX 9, table 4).
fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The same JSON for those who look at it as it is: JSON lets U+007F to U+009F stand in a string, where some terminals take
/// them for the beginning of a control sequence, and marks that turn the text around them.
#[cfg(feature = "reference")]
pub(crate) fn json(written: String) -> String {
    // What is not in a string can be seen, but for the ends of lines.
    let hidden = |c: char| c != '\n' && (c.is_control() || turns(c) || matches!(c, '\u{2028}' | '\u{2029}'));
    if !written.contains(hidden) {
        return written;
    }
    let mut json = String::with_capacity(written.len());
    for c in written.chars() {
        if hidden(c) {
            // None of them is beyond U+FFFF, and writing to a `String` does not fail.
            let _ = write!(json, "\\u{:04x}", u32::from(c));
        } else {
            json.push(c);
        }
    }
    json
}
