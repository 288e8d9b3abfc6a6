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

#[cfg(all(test, feature = "reference"))]
mod tests {
    use alloc::format;
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn what_cannot_be_seen_is_spelt_out() {
        for hidden in ['\u{7}', '\u{1b}', '\u{7f}', '\u{9b}', '\u{61c}', '\u{200e}', '\u{202e}', '\u{2069}'] {
            assert_eq!(json(format!("\"{hidden}\"\n")), format!("\"\\u{:04x}\"\n", u32::from(hidden)));
            assert_eq!(Terminal(&format!("a{hidden}b")).to_string(), format!("a{}b", hidden.escape_unicode()));
        }
        for parts in ['\u{2028}', '\u{2029}'] {
            assert_eq!(json(format!("\"{parts}\"")), format!("\"\\u{:04x}\"", u32::from(parts)));
            assert_eq!(
                (Terminal(&format!("a{parts}b")).to_string(), Line(&format!("a{parts}b")).to_string()),
                ("a b".into(), "a b".into())
            );
        }
        assert_eq!(
            (Line("a\tb\u{202e}\u{7}").to_string(), Terminal("é 世").to_string()),
            ("a b\u{202e}\\u{7}".into(), "é 世".into())
        );
        assert_eq!(json("{\n  \"é 世\"\n}".into()), "{\n  \"é 世\"\n}");
    }
}
