//! Text that somebody wrote, made safe to look at.

use core::fmt::{self, Write};

/// Text on one line, without control characters: white space becomes a space, what else cannot be seen is spelt out.
pub(crate) struct Line<'a>(pub(crate) &'a str);

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '\t' | '\n' | '\r' => f.write_char(' ')?,
                c if c.is_control() => write!(f, "{}", c.escape_unicode())?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// A [`Line`] for a terminal, which cannot isolate a direction of writing: marks that change it are spelt out as well.
#[cfg(feature = "cli")]
pub(crate) struct Terminal<'a>(pub(crate) &'a str);

#[cfg(feature = "cli")]
impl fmt::Display for Terminal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '\t' | '\n' | '\r' => f.write_char(' ')?,
                c if c.is_control() || turns(c) => write!(f, "{}", c.escape_unicode())?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// The marks of Unicode's bidirectional algorithm (UAX 9, table 4), and the line separators.
#[cfg(feature = "cli")]
fn turns(c: char) -> bool {
    matches!(
        c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}
