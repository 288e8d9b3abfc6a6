//! The wire format as a literal, as `studio_errors` would write it.

use std::fmt::Write;

/// `http` has three digits: 000 where it is not known, and `studio_errors` writes the wire format itself.
pub(crate) fn wire_format(code: &str, message: &str, http: u16) -> String {
    format!(r#"{{"error":{{"code":"{code}","message":"{}","http":{http:03}}}}}"#, escape(message))
}

/// RFC 8259, section 7: escaped where it must be and no further.
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
            // Writing to a string does not fail.
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
    fn every_character_is_escaped_as_far_as_it_must_be() {
        assert_eq!(
            wire_format("A_1", "\u{0}\u{1f} \u{7f}\u{80}\"\\/\n\r\t\u{8}\u{c}é", 7),
            "{\"error\":{\"code\":\"A_1\",\"message\":\"\\u0000\\u001f \u{7f}\u{80}\\\"\\\\/\\n\\r\\t\\b\\fé\",\"http\":007}}",
        );
    }
}
