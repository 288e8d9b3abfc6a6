//! Escapes text for a JSON string.

use alloc::string::String;
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

/// The number of bytes that [`escape`] adds.
pub(crate) fn escaped_len(text: &str) -> usize {
    let len = |byte: u8| match byte {
        b'"' | b'\\' | b'\n' | b'\r' | b'\t' | 8 | 12 => 2,
        0..0x20 => 6,
        _ => 1,
    };
    if needs_escape(text.as_bytes()) { text.bytes().map(len).sum() } else { text.len() }
}

/// Whether the byte must be escaped.
const fn must_be_escaped(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Whether a byte must be escaped. The loop has no early exit, so that the compiler can use vector instructions.
fn needs_escape(text: &[u8]) -> bool {
    text.iter().fold(false, |found, byte| found | must_be_escaped(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_is_that_of_the_escaped_text() {
        for text in ["", "plain é", "\"\\\n\r\t\u{8}\u{c}", "\0\u{1f}\u{7f}a"] {
            let mut json = String::new();
            escape(&mut json, text);
            assert_eq!(escaped_len(text), json.len(), "{json}");
        }
    }
}
