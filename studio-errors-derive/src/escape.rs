//! Escapes the ASCII characters of a text.

use std::borrow::Cow;

/// Returns the text, in which each ASCII character is replaced by its `escaped` form, if it has one.
// A user builds the derive without optimization. There, an index and `push_str` take less time than `chars` and `push`.
pub(crate) fn escape(text: &str, escaped: impl Fn(u8) -> Option<Cow<'static, str>>) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut result = String::new();
    // The end of the text that is already part of the result.
    let (mut done, mut i) = (0, 0);
    while i < bytes.len() {
        // The most frequent characters need no call.
        let byte = bytes[i];
        if !matches!(byte, b' ' | b'a'..=b'z' | 128..)
            && let Some(form) = escaped(byte)
        {
            result.push_str(&text[done..i]);
            result.push_str(&form);
            done = i + 1;
        }
        i += 1;
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    result.push_str(&text[done..]);
    Cow::Owned(result)
}
