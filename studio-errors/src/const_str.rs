//! Text at compile time: what `str` and `format!` cannot do yet in a `const fn`.

pub(crate) const fn equal(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// Whether `text` begins with `start`, in whichever case.
pub(crate) const fn begins(text: &str, start: &str) -> bool {
    let (text, start) = (text.as_bytes(), start.as_bytes());
    if start.len() > text.len() {
        return false;
    }
    let mut i = 0;
    while i < start.len() {
        if !text[i].eq_ignore_ascii_case(&start[i]) {
            return false;
        }
        i += 1;
    }
    true
}

/// How many decimal digits `number` has.
pub(crate) const fn digits(number: u16) -> usize {
    match number {
        0..=9 => 1,
        10..=99 => 2,
        100..=999 => 3,
        1000..=9999 => 4,
        _ => 5,
    }
}

/// The prefix and the number of a code, whosever it is, read from its end.
#[inline]
pub(crate) fn parts(code: &str) -> Option<(&str, u16)> {
    let (mut number, mut place, mut first) = (0, 1, 0);
    for (read, byte) in code.bytes().rev().enumerate() {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            let prefix = code.get(..code.len() - read - 1)?;
            let number = u16::try_from(number).ok()?;
            return (byte == b'_' && first > 0).then_some((prefix, number));
        }
        if read > 4 {
            return None;
        }
        number += u32::from(digit) * place;
        place *= 10;
        first = digit;
    }
    None
}

/// Text of at most `N` bytes; what does not fit is left off at a whole piece.
pub(crate) struct Buffer<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Buffer<N> {
    pub(crate) const fn new() -> Self {
        Self { bytes: [0; N], len: 0 }
    }

    #[must_use]
    pub(crate) const fn text(mut self, text: &str) -> Self {
        if text.len() <= N - self.len {
            let (_, free) = self.bytes.split_at_mut(self.len);
            let (target, _) = free.split_at_mut(text.len());
            target.copy_from_slice(text.as_bytes());
            self.len += text.len();
        }
        self
    }

    #[must_use]
    pub(crate) const fn number(mut self, number: u16) -> Self {
        let len = digits(number);
        if len <= N - self.len {
            let mut rest = number;
            let mut at = self.len + len;
            while at > self.len {
                at -= 1;
                self.bytes[at] = b'0' + (rest % 10) as u8;
                rest /= 10;
            }
            self.len += len;
        }
        self
    }

    pub(crate) const fn as_str(&self) -> &str {
        let (written, _) = self.bytes.split_at(self.len);
        match core::str::from_utf8(written) {
            Ok(text) => text,
            // Only whole texts and digits are ever written.
            Err(_) => "",
        }
    }

    pub(crate) const fn into_bytes(self) -> [u8; N] {
        self.bytes
    }
}

/// How many single-byte edits lead from `a` to `b`, in whichever case; out of reach where one is longer than any slug.
pub(crate) const fn distance(a: &str, b: &str) -> usize {
    const LONGEST: usize = 48;
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() > LONGEST || b.len() > LONGEST {
        return usize::MAX;
    }
    let mut row = [0; LONGEST + 1];
    let mut j = 0;
    while j <= b.len() {
        row[j] = j;
        j += 1;
    }
    let mut i = 0;
    while i < a.len() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        let mut j = 0;
        while j < b.len() {
            let replaced = diagonal + !a[i].eq_ignore_ascii_case(&b[j]) as usize;
            diagonal = row[j + 1];
            let inserted = row[j] + 1;
            let deleted = diagonal + 1;
            let mut least = replaced;
            if inserted < least {
                least = inserted;
            }
            if deleted < least {
                least = deleted;
            }
            row[j + 1] = least;
            j += 1;
        }
        i += 1;
    }
    row[b.len()]
}
