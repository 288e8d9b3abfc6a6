//! The error body as a literal, in the format that `studio_errors` writes.

use std::fmt::Write;

/// `http` has three digits. It is 000 if it is unknown: `studio_errors` then builds the body itself.
pub(crate) fn wire_format(code: &str, message: &str, http: u16) -> String {
    format!(r#"{{"error":{{"code":"{code}","message":"{}","http":{http:03}}}}}"#, escape(message))
}

/// Escapes only the characters that must be escaped (RFC 8259, section 7).
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            '\u{8}' => escaped.push_str("\\b"),
            '\u{c}' => escaped.push_str("\\f"),
            // Writing to a `String` cannot fail.
            c if c < ' ' => drop(write!(escaped, "\\u{:04x}", u32::from(c))),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::wire_format;

    #[test]
    fn only_characters_that_need_it_are_escaped() {
        assert_eq!(
            wire_format("A_1", "\u{0}\u{1f} \u{7f}\u{80}\"\\/\n\r\t\u{8}\u{c}é", 7),
            "{\"error\":{\"code\":\"A_1\",\"message\":\"\\u0000\\u001f \u{7f}\u{80}\\\"\\\\/\\n\\r\\t\\b\\fé\",\"http\":007}}",
        );
    }
}
