//! The pieces of a string in a template: text, placeholders and escaped braces.

use crate::text::constant::slice;

/// A piece of a string, without its quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    Text,
    /// `{{` or `}}`: the brace.
    Brace(&'t str),
    /// `{word}`: the word.
    Word(&'t str),
}

/// Returns the piece at `at` of the string that ends at `to`, and the end of the piece. A brace that is neither doubled nor around a
/// word is text.
pub(super) const fn next_piece(text: &str, at: usize, to: usize) -> (Piece<'_>, usize) {
    let bytes = text.as_bytes();
    let mut end = at;
    while end < to {
        let is_doubled = end + 1 < to && bytes[end] == bytes[end + 1];
        if matches!(bytes[end], b'{' | b'}') && is_doubled {
            return if end == at { (Piece::Brace(slice(text, at, at + 1)), at + 2) } else { (Piece::Text, end) };
        }
        let closer = if bytes[end] == b'{' { after_word(bytes, end + 1) } else { end };
        if closer > end + 1 && closer < to && bytes[closer] == b'}' {
            let word = slice(text, at + 1, closer);
            return if end == at { (Piece::Word(word), closer + 1) } else { (Piece::Text, end) };
        }
        end += 1;
    }
    (Piece::Text, to)
}

const fn after_word(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && is_word(bytes[at]) {
        at += 1;
    }
    at
}

/// Whether the byte can be in the word of a placeholder, such as `name:snake_case` or `property.type`.
pub(super) const fn is_word(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' | b'.' | b':')
}

/// Reads the next unit of a valid JSON string: a character, or that of an escape sequence. Returns it and its end.
pub(super) const fn next_unit(text: &[u8], at: usize) -> (u32, usize) {
    if text[at] != b'\\' || at + 1 >= text.len() {
        return character(text, at);
    }
    match text[at + 1] {
        b'b' => (8, at + 2),
        b'f' => (12, at + 2),
        b'n' => (10, at + 2),
        b'r' => (13, at + 2),
        b't' => (9, at + 2),
        b'u' if at + 6 <= text.len() => {
            let high = hex(text, at + 2);
            let is_pair = high >= 0xd800
                && high < 0xdc00
                && at + 12 <= text.len()
                && text[at + 6] == b'\\'
                && text[at + 7] == b'u';
            if is_pair {
                let low = hex(text, at + 8);
                if low >= 0xdc00 && low < 0xe000 {
                    return (0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00), at + 12);
                }
            }
            (high, at + 6)
        }
        other => (other as u32, at + 2),
    }
}

/// Decodes one character of UTF-8 (RFC 3629).
const fn character(text: &[u8], at: usize) -> (u32, usize) {
    let (mut unit, len) = match text[at] {
        first @ 0xc0..0xe0 => (first as u32 & 0x1f, 2),
        first @ 0xe0..0xf0 => (first as u32 & 0x0f, 3),
        first @ 0xf0.. => (first as u32 & 0x07, 4),
        first => (first as u32, 1),
    };
    let mut i = 1;
    while i < len && at + i < text.len() {
        unit = unit << 6 | text[at + i] as u32 & 0x3f;
        i += 1;
    }
    (unit, at + len)
}

const fn hex(text: &[u8], at: usize) -> u32 {
    let mut value = 0;
    let mut i = at;
    while i < at + 4 {
        let digit = match text[i] {
            digit @ b'0'..=b'9' => digit - b'0',
            digit => (digit | 0x20).wrapping_sub(b'a').wrapping_add(10),
        };
        value = value << 4 | digit as u32;
        i += 1;
    }
    value
}
