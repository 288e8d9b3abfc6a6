//! JSON pointers, RFC 6901.

use alloc::string::String;
use core::fmt::{self, Write};

/// Adds one token to a pointer: `~` becomes `~0`, and `/` becomes `~1` (RFC 6901, section 3).
pub(crate) fn push(pointer: &mut String, token: impl fmt::Display) {
    pointer.push('/');
    // Writing to a `String` does not fail.
    let _ = write!(Escaped(pointer), "{token}");
}

struct Escaped<'a>(&'a mut String);

impl Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            match c {
                '~' => self.0.push_str("~0"),
                '/' => self.0.push_str("~1"),
                c => self.0.push(c),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serde_json_finds_the_value_at_the_pointer() {
        for name in ["", "~", "/", "~0", "~1", "a/b~c~1", "10", "\"\u{0}é"] {
            let mut pointer = String::new();
            push(&mut pointer, name);
            assert_eq!(serde_json::json!({ name: 7 }).pointer(&pointer), Some(&serde_json::json!(7)), "{name}");
        }
    }
}
