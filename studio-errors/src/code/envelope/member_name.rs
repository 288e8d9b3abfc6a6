//! Compares the names of members, which can contain escape sequences: RFC 8259, section 7.

/// Whether two valid JSON strings, without their quotes, are the same text: `code` and `\u0063ode`.
pub(super) const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        let ((one, after_one), (other, after_other)) = (next_unit(a, i), next_unit(b, j));
        if one != other {
            return false;
        }
        (i, j) = (after_one, after_other);
    }
    i >= a.len() && j >= b.len()
}

/// Reads the next unit of a valid JSON string: a character, or that of an escape sequence. Returns it and its end.
const fn next_unit(text: &[u8], at: usize) -> (u32, usize) {
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
