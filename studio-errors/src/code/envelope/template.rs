//! Parses a template in constant evaluation: JSON (RFC 8259) with placeholders for values.

use super::node::{after_space, after_value};
use super::pieces::{Piece, is_word, next_piece, next_unit};
use super::placeholder::{Form, NoPlaceholder, Placeholder, Style};
use crate::text::constant::slice;

/// The maximum number of placeholders and of escaped braces in a template.
pub(crate) const MOST: usize = 32;
/// The maximum depth of nested objects and arrays in a template.
const DEEPEST: usize = 16;
/// The maximum depth in a body.
const DEEPEST_BODY: usize = 128;

/// A parsed template of error bodies.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Template<'t> {
    text: &'t str,
    slots: [Slot<'t>; MOST],
    len: usize,
}

/// A placeholder in a template.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot<'t> {
    pub(crate) placeholder: Placeholder<'t>,
    /// The bytes of the placeholder, without quotes.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// Whether the placeholder is the whole value.
    pub(crate) is_whole: bool,
    /// Whether the value is an element of an array, with others after it.
    pub(crate) is_before_others: bool,
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
    /// A style that does not exist, or that the value does not have.
    Style,
    /// `{property.}` or `{request.}`.
    NoName,
    /// An object in a longer string.
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
}

impl<'t> Template<'t> {
    #[expect(clippy::result_large_err, reason = "a constant cannot allocate")]
    pub(crate) const fn parse(text: &'t str) -> Result<Self, Mistakes> {
        let (template, mistakes) = Self::parse_all(text);
        if mistakes.len > 0 { Err(mistakes) } else { Ok(template) }
    }

    /// Returns what can be read of the template, and the errors in it.
    pub(crate) const fn parse_all(text: &'t str) -> (Self, Mistakes) {
        let mut parser = Parser::new(text, true);
        parser.whole();
        parser.lacks();
        (Self { text, slots: parser.slots, len: parser.len }, parser.mistakes)
    }

    pub(crate) const fn text(&self) -> &'t str {
        self.text
    }

    /// The placeholders, in order.
    pub(crate) const fn slots(&self) -> &[Slot<'t>] {
        self.slots.split_at(self.len).0
    }

    /// The style of the name, if it is a whole value.
    pub(crate) fn style_of_name(&self) -> Style {
        let style = |slot: &Slot<'_>| match slot.placeholder {
            Placeholder::Name(style) if slot.is_whole => Some(style),
            _ => None,
        };
        self.slots().iter().find_map(style).unwrap_or(Style::AsIs)
    }

    /// Whether the template has this value as a whole value.
    pub(crate) fn has_whole(&self, placeholder: Placeholder<'_>) -> bool {
        self.slots().iter().any(|slot| slot.is_whole && slot.placeholder == placeholder)
    }

    /// Whether the name is the only value by which a client tells errors apart. If so, whether its style joins words, so that `A_B` and
    /// `AB` are the same.
    pub(crate) const fn key_is_name(&self) -> Option<bool> {
        let mut joins = None;
        let mut i = 0;
        while i < self.len {
            match self.slots[i].placeholder {
                Placeholder::Code | Placeholder::Number if self.slots[i].is_whole => return None,
                Placeholder::Name(style) if self.slots[i].is_whole => {
                    joins = Some(matches!(style, Style::Words { separator: None, .. }));
                }
                _ => {}
            }
            i += 1;
        }
        joins
    }

    /// Whether a client can read a value that identifies the error.
    pub(crate) const fn has_code(&self) -> bool {
        let mut i = 0;
        while i < self.len {
            if self.slots[i].is_whole && self.slots[i].placeholder.identifies() {
                return true;
            }
            i += 1;
        }
        false
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
    slots: [Slot<'t>; MOST],
    len: usize,
    mistakes: Mistakes,
    /// Whether placeholders are allowed as values.
    is_template: bool,
    has_message: bool,
}

impl<'t> Parser<'t> {
    const fn new(text: &'t str, is_template: bool) -> Self {
        let slot = Slot {
            placeholder: Placeholder::Code,
            from: 0,
            to: 0,
            is_whole: false,
            is_before_others: false,
            member_from: 0,
            member_to: 0,
            is_last: false,
        };
        let mistake = Mistake { wrong: Wrong::NoMessage, from: 0, to: 0 };
        Self {
            text,
            at: 0,
            slots: [slot; MOST],
            len: 0,
            mistakes: Mistakes { mistakes: [mistake; 8], len: 0 },
            is_template,
            has_message: false,
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
            let mut of_value = if matches!(read, Read::Slot) { len } else { self.len };
            while of_value < self.len {
                let slot = &mut self.slots[of_value];
                slot.member_from = from;
                slot.member_to = if more { self.at } else { to };
                slot.is_last = !more;
                slot.is_before_others = more && !is_object;
                of_value += 1;
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
        let mut at = from + 1;
        while at < to - 1 {
            let piece = next_piece(self.text, at, to - 1);
            if let Piece::Word(word) = piece.0
                && (Placeholder::find(word).is_ok() || Placeholder::meant_by(word).is_some())
            {
                // The intended value is there.
                self.has_message |= matches!(Placeholder::find(word), Ok(Placeholder::Message));
                return self.mistakes.push(Wrong::Name, at, piece.1);
            }
            at = piece.1;
        }
        if repeats(self.text, start, from, to) {
            self.mistakes.push(Wrong::Repeated, from, to);
        }
    }

    const fn string(&mut self) -> Read {
        let from = self.at + 1;
        if matches!(self.characters(), Read::Nothing) {
            return Read::Nothing;
        }
        let to = self.at - 1;
        let len = self.len;
        let mut at = from;
        while self.is_template && at < to {
            let (piece, end) = next_piece(self.text, at, to);
            match piece {
                Piece::Text => {}
                Piece::Brace(brace) => self.add(Placeholder::Brace(brace), at, end, false, from - 1),
                Piece::Word(word) => self.slot(word, at, end, at == from && end == to, true, from - 1),
            }
            at = end;
        }
        if self.len > len { Read::Slot } else { Read::Other }
    }

    /// A placeholder without quotes.
    const fn unquoted(&mut self) -> Read {
        let from = self.at;
        self.at += 1;
        while is_word(self.byte()) {
            self.at += 1;
        }
        let word = slice(self.text, from + 1, self.at);
        if !self.eat(b'}') {
            return self.not_json("`}`");
        }
        let len = self.len;
        self.slot(word, from, self.at, true, false, from);
        if self.len > len { Read::Slot } else { Read::Other }
    }

    /// Adds a placeholder. `start` is the first byte of the value.
    const fn slot(&mut self, word: &'t str, from: usize, to: usize, is_whole: bool, in_quotes: bool, start: usize) {
        let placeholder = match Placeholder::find(word) {
            Ok(placeholder) => placeholder,
            Err(reason) => {
                let wrong = match reason {
                    NoPlaceholder::Unknown => Wrong::Unknown,
                    NoPlaceholder::Style => Wrong::Style,
                    NoPlaceholder::NoName => Wrong::NoName,
                };
                self.mistakes.push(wrong, from, to);
                // The intended value is unknown, so no value is reported as missing.
                self.has_message = true;
                return;
            }
        };
        self.has(placeholder);
        match (placeholder.form(), in_quotes, is_whole) {
            (Form::Text, false, _) => self.mistakes.push(Wrong::Unquoted, from, to),
            (Form::Object, true, true) => self.mistakes.push(Wrong::Quoted, from, to),
            (Form::Object, true, false) => self.mistakes.push(Wrong::Inside, from, to),
            _ => {}
        }
        self.add(placeholder, from, to, is_whole, start);
    }

    const fn add(&mut self, placeholder: Placeholder<'t>, from: usize, to: usize, is_whole: bool, start: usize) {
        if self.len == MOST {
            return self.mistakes.push(Wrong::Many, from, to);
        }
        // The value is not a member if it is not in an object or array.
        self.slots[self.len] = Slot {
            placeholder,
            from,
            to,
            is_whole,
            is_before_others: false,
            member_from: start,
            member_to: to,
            is_last: true,
        };
        self.len += 1;
    }

    const fn has(&mut self, placeholder: Placeholder<'t>) {
        self.has_message |= matches!(placeholder, Placeholder::Message);
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

/// Whether the object that begins at `start` has a member before `end` with the name between `end` and `to`, with its quotes. The
/// text up to there is valid.
const fn repeats(text: &str, start: usize, end: usize, to: usize) -> bool {
    let mut at = after_space(text, start + 1);
    while at < end {
        let name_end = after_value(text, at);
        if same_text(text, (at + 1, name_end - 1), (end + 1, to - 1)) {
            return true;
        }
        let value = after_space(text, after_space(text, name_end) + 1);
        let comma = after_space(text, after_value(text, value));
        at = after_space(text, comma + 1);
    }
    false
}

/// Whether two strings, without their quotes, are the same text: `code` and `\u0063ode`.
const fn same_text(text: &str, (mut a, a_end): (usize, usize), (mut b, b_end): (usize, usize)) -> bool {
    while a < a_end && b < b_end {
        let (one, after_one) = next_unit(text.as_bytes(), a);
        let (other, after_other) = next_unit(text.as_bytes(), b);
        if one != other {
            return false;
        }
        (a, b) = (after_one, after_other);
    }
    a >= a_end && b >= b_end
}
