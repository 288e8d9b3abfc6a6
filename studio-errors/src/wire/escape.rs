//! Escapes text for a JSON string, and reads escaped text.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write;

/// Adds `text` as the content of a JSON string. Only characters that need it are escaped: RFC 8259, section 7.
pub(crate) fn escape(json: &mut String, text: &str) {
    // One check of the whole text is faster than a search, because most texts need no escaping.
    if !needs_escape(text.as_bytes()) {
        json.push_str(text);
        return;
    }
    let mut rest = text;
    // These bytes are ASCII, so the text can be split at them.
    while let Some(at) = rest.bytes().position(must_be_escaped) {
        let (plain, escaped) = rest.split_at(at);
        let (escaped, after) = escaped.split_at(1);
        json.push_str(plain);
        match escaped {
            "\"" => json.push_str("\\\""),
            "\\" => json.push_str("\\\\"),
            "\n" => json.push_str("\\n"),
            "\r" => json.push_str("\\r"),
            "\t" => json.push_str("\\t"),
            "\u{8}" => json.push_str("\\b"),
            "\u{c}" => json.push_str("\\f"),
            // Writing to a `String` cannot fail.
            other => other.bytes().for_each(|byte| {
                let _ = write!(json, "\\u{byte:04x}");
            }),
        }
        rest = after;
    }
    json.push_str(rest);
}

const fn must_be_escaped(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Whether a byte must be escaped. The loop has no early exit, so that the compiler can use vector instructions.
fn needs_escape(text: &[u8]) -> bool {
    text.iter().fold(false, |found, byte| found | must_be_escaped(*byte))
}

/// Replaces the escape sequences of a valid JSON string, without its quotes.
pub(crate) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut units = Vec::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let c = match c {
            '\\' => match rest.next() {
                Some('b') => '\u{8}',
                Some('f') => '\u{c}',
                Some('n') => '\n',
                Some('r') => '\r',
                Some('t') => '\t',
                Some('u') => {
                    let digits = rest.as_str().get(..4).unwrap_or_default();
                    units.push(u16::from_str_radix(digits, 16).unwrap_or(0xfffd));
                    rest = rest.as_str().get(4..).unwrap_or_default().chars();
                    continue;
                }
                Some(other) => other,
                None => break,
            },
            c => c,
        };
        units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
    }
    Cow::Owned(String::from_utf16_lossy(&units))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_are_replaced() {
        for (escaped, text) in [
            ("a é", "a é"),
            (r#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{c}\n\r\t"),
            (r"\u00e9\ud83d\ude00é😀", "é😀é😀"),
            (r"\ud83d", "\u{fffd}"),
            (r"a\", "a"),
            (r"\u12", "\u{fffd}"),
        ] {
            assert_eq!(unescape(escaped), text, "{escaped}");
        }
    }
}
