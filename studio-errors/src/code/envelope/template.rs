//! Parses a template in constant evaluation: JSON (RFC 8259) with placeholders for values.

use super::node::{after_space, after_value};
use super::placeholder::{Form, Placeholder};
use crate::text::constant::{equal, slice};

/// The maximum number of placeholders in a template.
pub(crate) const MOST: usize = 16;
/// The maximum depth of nested objects and arrays in a template.
const DEEPEST: usize = 16;
/// The maximum depth in a body.
const DEEPEST_BODY: usize = 128;

/// A parsed template of error bodies.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Template<'t> {
    text: &'t str,
    slots: [Slot; MOST],
    len: usize,
}

/// A placeholder in a template.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    pub(crate) placeholder: Placeholder,
    /// The bytes of the placeholder, without quotes.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The bytes that are omitted if there is no value: the member with its name, and the comma after it.
    pub(crate) member_from: usize,
    pub(crate) member_to: usize,
    /// Whether the comma before the member is omitted, because there is none after it.
    pub(crate) is_last: bool,
}

/// An error in a template, and its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mistake {
    pub(crate) wrong: Wrong,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// The text is not JSON. Contains the expected syntax.
    Json(&'static str),
    /// A placeholder that does not exist.
    Unknown,
    /// A placeholder in a longer string.
    Inside,
    /// A placeholder in the name of a member.
    Name,
    /// The value is not a string.
    Quoted,
    /// The value is a string.
    Unquoted,
    /// A repeated name of a member.
    Repeated,
    /// There are too many placeholders.
    Many,
    /// The template has no message.
    NoMessage,
    /// The template has no value that identifies the error.
    NoCode,
}

impl<'t> Template<'t> {
    #[expect(clippy::result_large_err, reason = "a constant cannot allocate")]
    pub(crate) const fn parse(text: &'t str) -> Result<Self, Mistakes> {
        let mut parser = Parser::new(text, true);
        parser.whole();
        parser.lacks();
        if parser.mistakes.len > 0 {
            return Err(parser.mistakes);
        }
        Ok(Self { text, slots: parser.slots, len: parser.len })
    }

    pub(crate) const fn text(&self) -> &'t str {
        self.text
    }

    /// The placeholders, in order.
    pub(crate) fn slots(&self) -> &[Slot] {
        self.slots.get(..self.len).unwrap_or_default()
    }
}

/// Checks that `text` is JSON. Returns the position of the first error and the expected syntax.
pub(crate) fn check(text: &str) -> Result<(), (usize, &'static str)> {
    let mut parser = Parser::new(text, false);
    parser.whole();
    match parser.mistakes.mistakes {
        [Mistake { wrong: Wrong::Json(expected), from, .. }, ..] if parser.mistakes.len > 0 => Err((from, expected)),
        _ => Ok(()),
    }
}

/// The first errors of a template.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mistakes {
    mistakes: [Mistake; 8],
    len: usize,
}

impl Mistakes {
    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    pub(crate) const fn get(&self, i: usize) -> Mistake {
        self.mistakes[i]
    }

    const fn push(&mut self, wrong: Wrong, from: usize, to: usize) {
        if self.len < self.mistakes.len() {
            self.mistakes[self.len] = Mistake { wrong, from, to };
            self.len += 1;
        }
    }
}

/// The previous token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Read {
    Slot,
    Other,
    /// The text is not JSON from here on.
    Nothing,
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    slots: [Slot; MOST],
    len: usize,
    mistakes: Mistakes,
    /// Whether placeholders are allowed as values.
    is_template: bool,
    has_message: bool,
    has_code: bool,
}

impl<'t> Parser<'t> {
    const fn new(text: &'t str, is_template: bool) -> Self {
        let slot =
            Slot { placeholder: Placeholder::Code, from: 0, to: 0, member_from: 0, member_to: 0, is_last: false };
        let mistake = Mistake { wrong: Wrong::NoCode, from: 0, to: 0 };
        Self {
            text,
            at: 0,
            slots: [slot; MOST],
            len: 0,
            mistakes: Mistakes { mistakes: [mistake; 8], len: 0 },
            is_template,
            has_message: false,
            has_code: false,
        }
    }

    const fn whole(&mut self) {
        self.space();
        if matches!(self.value(0), Read::Nothing) {
            return;
        }
        self.space();
        if self.at < self.text.len() {
            self.not_json("the end");
        }
    }

    /// Adds an error for each missing part of the template.
    const fn lacks(&mut self) {
        if self.mistakes.len > 0 && matches!(self.mistakes.get(self.mistakes.len - 1).wrong, Wrong::Json(_)) {
            return;
        }
        if !self.has_message {
            self.mistakes.push(Wrong::NoMessage, 0, 0);
        }
        if !self.has_code {
            self.mistakes.push(Wrong::NoCode, 0, 0);
        }
    }

    /// Returns the next byte, or 0 at the end. JSON does not contain the byte 0.
    const fn byte(&self) -> u8 {
        self.byte_at(self.at)
    }

    const fn byte_at(&self, at: usize) -> u8 {
        let text = self.text.as_bytes();
        if at < text.len() { text[at] } else { 0 }
    }

    const fn space(&mut self) {
        while matches!(self.byte(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
    }

    const fn eat(&mut self, byte: u8) -> bool {
        let is = self.byte() == byte;
        if is {
            self.at += 1;
        }
        is
    }

    const fn not_json(&mut self, expected: &'static str) -> Read {
        self.mistakes.push(Wrong::Json(expected), self.at, self.at);
        Read::Nothing
    }

    const fn value(&mut self, depth: usize) -> Read {
        match self.byte() {
            b'{' if self.is_template && is_word(self.byte_at(self.at + 1)) => self.unquoted(),
            b'{' | b'[' if depth == if self.is_template { DEEPEST } else { DEEPEST_BODY } => {
                self.not_json("a value that is nested less deeply")
            }
            b'{' => self.container(b'}', depth),
            b'[' => self.container(b']', depth),
            b'"' => self.string(),
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.word("true"),
            b'f' => self.word("false"),
            b'n' => self.word("null"),
            _ => self.not_json("a value"),
        }
    }

    /// An object or an array.
    const fn container(&mut self, closer: u8, depth: usize) -> Read {
        let start = self.at;
        let is_object = closer == b'}';
        self.at += 1;
        self.space();
        if self.eat(closer) {
            return Read::Other;
        }
        loop {
            let from = self.at;
            if is_object && matches!(self.name(start), Read::Nothing) {
                return Read::Nothing;
            }
            let len = self.len;
            let read = self.value(depth + 1);
            if matches!(read, Read::Nothing) {
                return Read::Nothing;
            }
            let to = self.at;
            self.space();
            let more = self.eat(b',');
            if more {
                self.space();
            }
            if matches!(read, Read::Slot) && len < self.len {
                let slot = &mut self.slots[len];
                slot.member_from = from;
                slot.member_to = if more { self.at } else { to };
                slot.is_last = !more;
            }
            if !more {
                return match (self.eat(closer), is_object) {
                    (true, _) => Read::Other,
                    (false, true) => self.not_json("`,` or `}`"),
                    (false, false) => self.not_json("`,` or `]`"),
                };
            }
        }
    }

    /// The name of a member of the object that begins at `start`, up to its value.
    const fn name(&mut self, start: usize) -> Read {
        if self.byte() != b'"' {
            return self.not_json("a member in quotes");
        }
        let from = self.at;
        if matches!(self.characters(), Read::Nothing) {
            return Read::Nothing;
        }
        let to = self.at;
        if self.is_template {
            self.template_name(start, from, to);
        }
        self.space();
        if !self.eat(b':') {
            return self.not_json("`:`");
        }
        self.space();
        Read::Other
    }

    /// The checks of a name in a template.
    const fn template_name(&mut self, start: usize, from: usize, to: usize) {
        let name = slice(self.text, from + 1, to - 1);
        let (found, found_from, found_to) = find(self.text, from + 1, to - 1);
        if let Some(placeholder) = found {
            self.has(placeholder);
            self.mistakes.push(Wrong::Name, found_from, found_to);
        } else if repeats(self.text, start, from, name) {
            self.mistakes.push(Wrong::Repeated, from, to);
        }
    }

    const fn string(&mut self) -> Read {
        let from = self.at + 1;
        if matches!(self.characters(), Read::Nothing) {
            return Read::Nothing;
        }
        let to = self.at - 1;
        if !self.is_template {
            return Read::Other;
        }
        if is_placeholder(self.text, from, to) {
            return self.slot(from, to, true);
        }
        let (found, found_from, found_to) = find(self.text, from, to);
        if let Some(placeholder) = found {
            self.has(placeholder);
            self.mistakes.push(Wrong::Inside, found_from, found_to);
        }
        Read::Other
    }

    /// A placeholder without quotes.
    const fn unquoted(&mut self) -> Read {
        let from = self.at;
        self.at += 1;
        while is_word(self.byte()) {
            self.at += 1;
        }
        if !self.eat(b'}') {
            return self.not_json("`}`");
        }
        self.slot(from, self.at, false)
    }

    const fn slot(&mut self, from: usize, to: usize, in_quotes: bool) -> Read {
        let name = slice(self.text, from + 1, to - 1);
        let Some(placeholder) = Placeholder::find(name) else {
            self.mistakes.push(Wrong::Unknown, from, to);
            // The intended value is unknown, so no value is reported as missing.
            self.has_message = true;
            self.has_code = true;
            return Read::Other;
        };
        self.has(placeholder);
        match (placeholder.form(), in_quotes) {
            (Form::Text, false) => self.mistakes.push(Wrong::Unquoted, from, to),
            (Form::Object, true) => self.mistakes.push(Wrong::Quoted, from, to),
            _ => {}
        }
        if self.len == MOST {
            self.mistakes.push(Wrong::Many, from, to);
            return Read::Other;
        }
        // The value is not a member if it is not in an object or array.
        self.slots[self.len] = Slot { placeholder, from, to, member_from: from, member_to: to, is_last: true };
        self.len += 1;
        Read::Slot
    }

    const fn has(&mut self, placeholder: Placeholder) {
        self.has_message |= matches!(placeholder, Placeholder::Message);
        self.has_code |= placeholder.identifies();
    }

    /// A string with its quotes.
    const fn characters(&mut self) -> Read {
        self.at += 1;
        loop {
            match self.byte() {
                b'"' => {
                    self.at += 1;
                    return Read::Other;
                }
                b'\\' => {
                    self.at += 1;
                    match self.byte() {
                        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => self.at += 1,
                        b'u' => {
                            self.at += 1;
                            let end = self.at + 4;
                            while self.at < end {
                                if !self.byte().is_ascii_hexdigit() {
                                    return self.not_json("four hexadecimal digits");
                                }
                                self.at += 1;
                            }
                        }
                        _ => return self.not_json("an escape such as `\\n`"),
                    }
                }
                0 if self.at == self.text.len() => return self.not_json("`\"`"),
                0..0x20 => return self.not_json("an escaped control character"),
                _ => self.at += 1,
            }
        }
    }

    const fn number(&mut self) -> Read {
        self.eat(b'-');
        if !self.eat(b'0') && !self.digits() {
            return self.not_json("a digit");
        }
        if self.eat(b'.') && !self.digits() {
            return self.not_json("a digit");
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            if !self.digits() {
                return self.not_json("a digit");
            }
        }
        Read::Other
    }

    const fn digits(&mut self) -> bool {
        let start = self.at;
        while self.byte().is_ascii_digit() {
            self.at += 1;
        }
        self.at > start
    }

    const fn word(&mut self, word: &'static str) -> Read {
        let word = word.as_bytes();
        let mut i = 0;
        while i < word.len() {
            if self.byte_at(self.at + i) != word[i] {
                return self.not_json("a value");
            }
            i += 1;
        }
        self.at += word.len();
        Read::Other
    }
}

const fn is_word(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-')
}

/// Whether these bytes are `{word}` and nothing else.
const fn is_placeholder(text: &str, from: usize, to: usize) -> bool {
    let text = text.as_bytes();
    if to < from + 3 || text[from] != b'{' || text[to - 1] != b'}' {
        return false;
    }
    let mut at = from + 1;
    while at < to - 1 {
        if !is_word(text[at]) {
            return false;
        }
        at += 1;
    }
    true
}

/// Returns the first placeholder within these bytes, or the most similar one for a misspelled word, and its position. Other words
/// in braces are text.
const fn find(text: &str, from: usize, to: usize) -> (Option<Placeholder>, usize, usize) {
    let bytes = text.as_bytes();
    let mut start = from;
    while start < to {
        if bytes[start] == b'{' {
            let mut end = start + 1;
            while end < to && is_word(bytes[end]) {
                end += 1;
            }
            if end < to && bytes[end] == b'}' && end > start + 1 {
                let found = Placeholder::nearest(slice(text, start + 1, end));
                if found.is_some() {
                    return (found, start, end + 1);
                }
            }
        }
        start += 1;
    }
    (None, from, from)
}

/// Whether the object that begins at `start` has a member `name` before `end`. The text up to there is valid.
const fn repeats(text: &str, start: usize, end: usize, name: &str) -> bool {
    let mut at = after_space(text, start + 1);
    while at < end {
        let name_end = after_value(text, at);
        if equal(slice(text, at + 1, name_end - 1), name) {
            return true;
        }
        let value = after_space(text, after_space(text, name_end) + 1);
        let comma = after_space(text, after_value(text, value));
        at = after_space(text, comma + 1);
    }
    false
}
