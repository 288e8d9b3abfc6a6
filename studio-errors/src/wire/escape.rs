//! Text in a JSON string.

use alloc::string::String;
use core::fmt::Write;

/// Adds `text` as it stands inside a JSON string: RFC 8259, section 7, escaped where it must be and no further.
pub(crate) fn escape(json: &mut String, text: &str) {
    // One pass over the whole text costs less than a search for each byte that is escaped; most texts have none.
    if !needs_escape(text.as_bytes()) {
        json.push_str(text);
        return;
    }
    let mut rest = text;
    // Bytes of ASCII, at which a text may be split.
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
            // Writing to a `String` does not fail.
            other => other.bytes().for_each(|byte| {
                let _ = write!(json, "\\u{byte:04x}");
            }),
        }
        rest = after;
    }
    json.push_str(rest);
}

/// How many bytes [`escape`] adds.
pub(crate) fn escaped_len(text: &str) -> usize {
    let len = |byte: u8| match byte {
        b'"' | b'\\' | b'\n' | b'\r' | b'\t' | 8 | 12 => 2,
        0..0x20 => 6,
        _ => 1,
    };
    if needs_escape(text.as_bytes()) { text.bytes().map(len).sum() } else { text.len() }
}

/// Most text has no such byte: nothing else is asked of each.
const fn must_be_escaped(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Without a way out of the loop, which the compiler makes one look at sixteen bytes.
pub(crate) fn needs_escape(text: &[u8]) -> bool {
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
