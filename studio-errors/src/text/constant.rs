//! Text in constant evaluation, where most methods of `str` and `format!` are not available.

/// `for`, which is not available in constants.
macro_rules! each {
    ($item:pat in $items:expr => $body:block) => {{
        // `len` is a call, which constant evaluation would repeat.
        let (items, mut i) = ($items, 0);
        let len = items.len();
        while i < len {
            let $item = &items[i];
            i += 1;
            $body
        }
    }};
}

pub(crate) use each;

/// The first item for which a condition is true: `Iterator::find`, which is not available in constants.
macro_rules! find {
    ($item:pat in $items:expr => $condition:expr) => {{
        let (items, mut i) = ($items, 0);
        let len = items.len();
        loop {
            if i == len {
                break None;
            }
            let $item = &items[i];
            if $condition {
                break Some(&items[i]);
            }
            i += 1;
        }
    }};
}

pub(crate) use find;

/// `partition_point` of a slice, which is not available in constants: the first index in `from..to` for which the condition is false.
macro_rules! partition_point {
    ($i:ident in $from:expr, $to:expr => $condition:expr) => {{
        let (mut from, mut to) = ($from, $to);
        while from < to {
            let $i = usize::midpoint(from, to);
            if $condition {
                from = $i + 1;
            } else {
                to = $i;
            }
        }
        from
    }};
}

pub(crate) use partition_point;

/// Whether `text` contains `piece` at the byte `start`.
pub(crate) const fn is_at(text: &[u8], start: usize, piece: &[u8]) -> bool {
    let mut i = piece.len();
    if start + i > text.len() {
        return false;
    }
    // The names of a type often begin with the same words, so the end is compared first.
    while i > 0 {
        i -= 1;
        if text[start + i] != piece[i] {
            return false;
        }
    }
    true
}

/// Continues a hash with the piece of `text` that has this start and length.
// A call for each byte would take constant evaluation several times as long.
pub(crate) const fn hash(mut hash: i64, text: &[u8], (start, len): (usize, usize), omits_underscores: bool) -> i64 {
    let (mut i, end) = (start, start + len);
    while i < end {
        if !omits_underscores || text[i] != b'_' {
            // The product fits in an `i64`.
            hash = (hash & ((1 << 55) - 1)) * 131 + text[i] as i64;
        }
        i += 1;
    }
    hash
}

pub(crate) const fn equal(a: &str, b: &str) -> bool {
    a.len() == b.len() && is_at(a.as_bytes(), 0, b.as_bytes())
}

pub(crate) const fn equal_options(a: Option<&str>, b: Option<&str>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => equal(a, b),
        (None, None) => true,
        _ => false,
    }
}

pub(crate) const fn contains(names: &[&str], name: &str) -> bool {
    find!(known in names => equal(known, name)).is_some()
}

/// Returns the value with this name.
pub(crate) const fn value_of<T: Copy>(table: &[(&str, T)], name: &str) -> Option<T> {
    match find!((known, _) in table => equal(known, name)) {
        Some((_, value)) => Some(*value),
        None => None,
    }
}

/// Finds the known word that an unknown word probably means: the most similar one by edit distance, or one of which the other is the
/// beginning.
pub(crate) struct Nearest<'w> {
    word: &'w str,
    least: usize,
    pub(crate) found: Option<&'static str>,
}

impl<'w> Nearest<'w> {
    pub(crate) const fn to(word: &'w str) -> Self {
        Self { word, least: 2 + word.len() / 3, found: None }
    }

    pub(crate) const fn compare(&mut self, known: &'static str) {
        let continues = self.word.len() > 2 && (begins(known, self.word) || begins(self.word, known));
        let distance = if continues { 0 } else { distance(self.word, known) };
        if distance < self.least {
            (self.least, self.found) = (distance, Some(known));
        }
    }
}

/// Splits a text at the first `at`.
pub(crate) const fn split(text: &str, at: u8) -> (&str, Option<&str>) {
    let mut i = 0;
    while i < text.len() {
        if text.as_bytes()[i] == at {
            return (slice(text, 0, i), Some(slice(text, i + 1, text.len())));
        }
        i += 1;
    }
    (text, None)
}

/// Whether `text` begins with `start`, ignoring ASCII case.
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

/// Whether `text` can be the value of a header: visible ASCII characters with spaces between them (RFC 9110, section 5.5).
pub(crate) const fn is_header_value(text: &str) -> bool {
    each!(byte in text.as_bytes() => { if !byte.is_ascii_graphic() && *byte != b' ' { return false } });
    !text.is_empty() && text.trim_ascii().len() == text.len()
}

/// The headers that describe the body, and are wrong for another body: RFC 9110, sections 6 to 8 and 14; RFC 9530.
pub(crate) const OF_THE_BODY: [&str; 16] = [
    "accept-ranges",
    "content-digest",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-length",
    "content-location",
    "content-md5",
    "content-range",
    "content-type",
    "digest",
    "etag",
    "last-modified",
    "repr-digest",
    "trailer",
    "transfer-encoding",
];

/// The bytes `from..to` of `text`; empty if `text` has no such bytes.
pub(crate) const fn slice(text: &str, from: usize, to: usize) -> &str {
    match text.split_at_checked(to) {
        Some((text, _)) => match text.split_at_checked(from) {
            Some((_, slice)) => slice,
            None => "",
        },
        None => "",
    }
}

/// The number of digits of the longest number, without its sign.
pub(crate) const MOST_DIGITS: usize = 19;

/// The number of characters of `number`: a minus sign and decimal digits.
pub(crate) const fn len_of(number: i64) -> usize {
    let (mut len, mut rest) = (1 + (number < 0) as usize, number.unsigned_abs());
    // In constant evaluation, `ilog10` takes ten times as long.
    while rest > 9 {
        len += 1;
        rest /= 10;
    }
    len
}

/// A text of at most `N` bytes. A piece that does not fit is omitted as a whole.
// Every method takes `&mut self`: passing the buffer by value would copy it for each piece in constant evaluation.
pub(crate) struct Buffer<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Buffer<N> {
    pub(crate) const fn new() -> Self {
        Self { bytes: [0; N], len: 0 }
    }

    pub(crate) const fn text(&mut self, text: &str) -> &mut Self {
        // In constant evaluation, `copy_from_slice` and its two slices cost as much as 60 bytes that a loop copies.
        const LONG: usize = 60;
        let text = text.as_bytes();
        let len = text.len();
        if len > N - self.len {
            return self;
        }
        if len < LONG {
            let mut i = 0;
            while i < len {
                self.bytes[self.len + i] = text[i];
                i += 1;
            }
        } else {
            let (_, free) = self.bytes.split_at_mut(self.len);
            let (target, _) = free.split_at_mut(len);
            target.copy_from_slice(text);
        }
        self.len += len;
        self
    }

    /// Adds a byte of a text in UTF-8.
    pub(crate) const fn byte(&mut self, byte: u8) -> &mut Self {
        if self.len < N {
            self.bytes[self.len] = byte;
            self.len += 1;
        }
        self
    }

    pub(crate) const fn number(&mut self, number: i64) -> &mut Self {
        self.padded(number, 0)
    }

    /// Adds a count. Constants do not count more than fits in an `i64`.
    #[allow(clippy::cast_possible_wrap)]
    pub(crate) const fn count(&mut self, count: usize) -> &mut Self {
        self.number(count as i64)
    }

    /// Adds `number` with at least `width` digits. A negative number is not padded: its catalog has no width.
    pub(crate) const fn padded(&mut self, number: i64, width: usize) -> &mut Self {
        let len = len_of(number);
        let len = if number >= 0 && len < width { width } else { len };
        if len <= N - self.len {
            let mut rest = number.unsigned_abs();
            let mut at = self.len + len;
            while at > self.len {
                at -= 1;
                self.bytes[at] = b'0' + (rest % 10) as u8;
                rest /= 10;
            }
            if number < 0 {
                self.bytes[self.len] = b'-';
            }
            self.len += len;
        }
        self
    }

    pub(crate) const fn as_bytes(&self) -> &[u8] {
        self.bytes.split_at(self.len).0
    }

    pub(crate) const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.as_bytes()) {
            Ok(text) => text,
            // The buffer contains only whole strings and digits, which are UTF-8.
            Err(_) => "",
        }
    }
}

/// The edit distance between `a` and `b` in bytes, ignoring ASCII case. It is very large if one of them is longer than a slug.
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
            row[j + 1] = least(replaced, least(row[j], diagonal) + 1);
            j += 1;
        }
        i += 1;
    }
    row[b.len()]
}

const fn least(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_that_does_not_fit_is_omitted() {
        let mut buffer = Buffer::<8>::new();
        buffer.text("ab").number(12345).text("cd").text("e").text("f").number(0);
        assert_eq!(buffer.as_str(), "ab12345e");
        assert_eq!(buffer.as_bytes(), b"ab12345e");
        assert_eq!(Buffer::<4>::new().text("a").number(1000).number(999).as_str(), "a999");
        assert_eq!(Buffer::<4>::new().number(0).number(10).as_str(), "010");
        assert_eq!(Buffer::<0>::new().text("").text("a").as_str(), "");
    }

    #[test]
    fn a_padded_number_has_at_least_its_width() {
        assert_eq!(Buffer::<20>::new().padded(4, 2).padded(123, 2).padded(0, 3).as_str(), "04123000");
        for number in [0, 9, 10, 99, 100, 9999, 10000, i64::MAX, -1, -9, -10, -32700, i64::MIN] {
            let text = alloc::format!("{number}");
            assert_eq!((Buffer::<20>::new().padded(number, 0).as_str(), len_of(number)), (&*text, text.len()));
        }
        assert_eq!(len_of(i64::MAX), MOST_DIGITS);
    }

    #[test]
    fn the_distance_is_the_minimum_number_of_edits() {
        for (a, b, edits) in [
            ("", "", 0),
            ("quota", "QUOTA", 0),
            ("", "abc", 3),
            ("kitten", "sitting", 3),
            ("saturday", "sunday", 3),
            ("qutoa", "quota", 2),
            ("quotas", "quota", 1),
            ("uota", "quota", 1),
            ("abc", "xyz", 3),
        ] {
            assert_eq!((distance(a, b), distance(b, a)), (edits, edits), "{a} {b}");
        }
        let (longest, longer) = ("a".repeat(48), "a".repeat(49));
        assert_eq!((distance(&longest, ""), distance("", &longest), distance(&longest, &longest)), (48, 48, 0));
        assert_eq!((distance(&longer, ""), distance("", &longer)), (usize::MAX, usize::MAX));
    }
}
