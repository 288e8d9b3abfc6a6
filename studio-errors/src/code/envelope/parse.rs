//! Parses a template in constant evaluation: JSON (RFC 8259) with placeholders for values.

use super::mistake::{Mistakes, Wrong};
use super::placeholder::{Form, Placeholder};
use super::{Content, MOST, Part, Place, Template, name_in};
use crate::text::constant::{equal, slice};

/// The maximum depth of nested objects and arrays.
const DEEPEST: usize = 16;

impl<'t> Template<'t> {
    /// Returns what can be read of the template, and the errors in it.
    pub(crate) const fn parse(text: &'t str) -> (Self, Mistakes) {
        let part = Part { content: Content::Object(""), lead: "", from: 0, to: 0, len: 1, is_before_others: false };
        let mut parser = Parser {
            at: 0,
            template: Self { text, parts: [part; MOST], len: 0 },
            mistakes: Mistakes::NONE,
            has_message: false,
        };
        if parser.whole() && !parser.has_message {
            parser.mistakes.push(Wrong::NoMessage, 0, 0);
        }
        (parser.template, parser.mistakes)
    }
}

/// The methods that return a `bool` return whether the text is JSON so far.
struct Parser<'t> {
    at: usize,
    template: Template<'t>,
    mistakes: Mistakes,
    has_message: bool,
}

impl<'t> Parser<'t> {
    const fn whole(&mut self) -> bool {
        self.space();
        if !self.value("", 0) {
            return false;
        }
        self.space();
        self.at == self.template.text.len() || self.not_json("the end")
    }

    /// Returns the next byte, or 0 at the end. JSON does not contain the byte 0.
    const fn byte(&self) -> u8 {
        let text = self.template.text.as_bytes();
        if self.at < text.len() { text[self.at] } else { 0 }
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

    /// The text from `from` up to here.
    const fn since(&self, from: usize) -> &'t str {
        slice(self.template.text, from, self.at)
    }

    const fn not_json(&mut self, expected: &'static str) -> bool {
        self.mistakes.push(Wrong::Json(expected), self.at, self.at);
        false
    }

    /// Adds a part without parts inside.
    const fn push(&mut self, content: Content<'t>, lead: &'t str, from: usize, to: usize) -> bool {
        let Template { parts, len, .. } = &mut self.template;
        if *len == MOST {
            self.mistakes.push(Wrong::Many, from, to);
            return false;
        }
        parts[*len] = Part { content, lead, from, to, len: 1, is_before_others: false };
        *len += 1;
        true
    }

    const fn value(&mut self, lead: &'t str, depth: usize) -> bool {
        let from = self.at;
        let is_json = match self.byte() {
            b'{' if is_word(self.template.text.as_bytes(), from + 1) => return self.bare(lead),
            b'{' | b'[' if depth == DEEPEST => self.not_json("at most 16 nested objects and arrays"),
            b'{' => return self.container(lead, b'}', depth),
            b'[' => return self.container(lead, b']', depth),
            b'"' => return self.string(lead),
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.word("true"),
            b'f' => self.word("false"),
            b'n' => self.word("null"),
            _ => self.not_json("a value"),
        };
        is_json && self.push(Content::Constant(self.since(from)), lead, from, self.at)
    }

    const fn container(&mut self, lead: &'t str, closer: u8, depth: usize) -> bool {
        let (is_object, start) = (closer == b'}', self.template.len);
        // The content is set at the end.
        if !self.push(if is_object { Content::Object("") } else { Content::Array("") }, lead, self.at, self.at + 1) {
            return false;
        }
        self.at += 1;
        let mut from = self.at;
        self.space();
        let mut more = self.byte() != closer;
        while more {
            if is_object && !self.name(start) {
                return false;
            }
            let mut inside = self.template.len;
            if !self.value(self.since(from), depth + 1) {
                return false;
            }
            from = self.at;
            self.space();
            more = self.eat(b',');
            if more {
                from = self.at;
                self.space();
            } else if self.byte() != closer {
                return self.not_json(if is_object { "`,` or `}`" } else { "`,` or `]`" });
            }
            // A nested array has its own order.
            let is_value = inside < self.template.len
                && !matches!(self.template.parts[inside].content, Content::Object(_) | Content::Array(_));
            while is_value && inside < self.template.len {
                self.template.parts[inside].is_before_others = more && !is_object;
                inside += 1;
            }
        }
        let tail = self.since(from);
        self.at += 1;
        let part = &mut self.template.parts[start];
        part.content = if is_object { Content::Object(tail) } else { Content::Array(tail) };
        part.len = self.template.len - start;
        true
    }

    /// The name of a member of the object in part `start`, up to its value.
    const fn name(&mut self, start: usize) -> bool {
        let from = self.at;
        if self.byte() != b'"' {
            return self.not_json("a member in quotes");
        }
        if !self.characters(true) {
            return false;
        }
        let name = slice(self.template.text, from + 1, self.at - 1);
        if !self.has_placeholder(from + 1, self.at - 1) && self.repeats(start, name) {
            self.mistakes.push(Wrong::Repeated, from, self.at);
        }
        self.space();
        let is_json = self.eat(b':') || self.not_json("`:`");
        self.space();
        is_json
    }

    /// Whether the name of a member has a placeholder, which is a mistake.
    const fn has_placeholder(&mut self, from: usize, to: usize) -> bool {
        let mut at = from;
        while at < to {
            let (piece, end) = next_piece(self.template.text, at, to);
            if let Piece::Word(word) = piece
                && (Placeholder::find(word).is_ok() || Placeholder::meant_by(word).is_some())
            {
                // The intended value is there.
                self.has_message |= matches!(Placeholder::find(word), Ok(Placeholder::Message));
                self.mistakes.push(Wrong::Name, at, end);
                return true;
            }
            at = end;
        }
        false
    }

    /// Whether the object in part `start` has a member with this name.
    const fn repeats(&self, start: usize, name: &str) -> bool {
        let Template { parts, len, .. } = &self.template;
        let mut i = start + 1;
        while i < *len {
            if equal(name_in(parts[i].lead), name) {
                return true;
            }
            i += parts[i].len;
        }
        false
    }

    const fn string(&mut self, lead: &'t str) -> bool {
        let start = self.at;
        if !self.characters(false) {
            return false;
        }
        let (from, to) = (start + 1, self.at - 1);
        match next_piece(self.template.text, from, to) {
            (Piece::Text, end) if end == to => self.push(Content::Constant(self.since(start)), lead, start, self.at),
            (Piece::Word(word), end) if end == to => self.placeholder(word, Place::Quoted, lead, from, to),
            _ => self.text(lead, from, to),
        }
    }

    /// A string of several pieces.
    const fn text(&mut self, lead: &'t str, from: usize, to: usize) -> bool {
        let start = self.template.len;
        let mut is_json = self.push(Content::Text, lead, from, to);
        let mut at = from;
        while is_json && at < to {
            let (piece, end) = next_piece(self.template.text, at, to);
            is_json = match piece {
                Piece::Text => self.push(Content::Constant(slice(self.template.text, at, end)), "", at, end),
                Piece::Brace => self.push(Content::Constant(slice(self.template.text, at, at + 1)), "", at, end),
                Piece::Word(word) => self.placeholder(word, Place::Inside, "", at, end),
            };
            at = end;
        }
        if is_json {
            self.template.parts[start].len = self.template.len - start;
        }
        is_json
    }

    const fn bare(&mut self, lead: &'t str) -> bool {
        let from = self.at;
        self.at += 1;
        while is_word(self.template.text.as_bytes(), self.at) {
            self.at += 1;
        }
        let word = slice(self.template.text, from + 1, self.at);
        if !self.eat(b'}') {
            return self.not_json("`}`");
        }
        self.placeholder(word, Place::Bare, lead, from, self.at)
    }

    const fn placeholder(&mut self, word: &'t str, place: Place, lead: &'t str, from: usize, to: usize) -> bool {
        let placeholder = match Placeholder::find(word) {
            Ok(placeholder) => placeholder,
            Err(wrong) => {
                self.mistakes.push(wrong, from, to);
                // The intended value is unknown, so no value is reported as missing.
                self.has_message = true;
                return true;
            }
        };
        // A body can describe an error by its details alone: `{"errors":{"title":["taken"]}}`.
        self.has_message |= matches!(placeholder, Placeholder::Message | Placeholder::Details);
        match (placeholder.form(), place) {
            (Form::Text, Place::Bare) => self.mistakes.push(Wrong::Unquoted, from, to),
            (Form::Object, Place::Quoted) => self.mistakes.push(Wrong::Quoted, from, to),
            (Form::Object, Place::Inside) => self.mistakes.push(Wrong::Inside, from, to),
            _ => {}
        }
        self.push(Content::Placeholder(placeholder, place), lead, from, to)
    }

    /// A string with its quotes. The name of a member has no escape sequence that has another spelling.
    const fn characters(&mut self, is_name: bool) -> bool {
        self.at += 1;
        loop {
            match self.byte() {
                b'"' => {
                    self.at += 1;
                    return true;
                }
                b'\\' => {
                    self.at += 1;
                    let (from, byte) = (self.at - 1, self.byte());
                    match byte {
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
                    if is_name && matches!(byte, b'u' | b'/') {
                        self.mistakes.push(Wrong::Escape, from, from + 2);
                    }
                }
                0 if self.at == self.template.text.len() => return self.not_json("`\"`"),
                0..0x20 => return self.not_json("an escaped control character"),
                _ => self.at += 1,
            }
        }
    }

    const fn number(&mut self) -> bool {
        self.eat(b'-');
        let mut is_number = self.eat(b'0') || self.digits();
        if is_number && self.eat(b'.') {
            is_number = self.digits();
        }
        if is_number && (self.eat(b'e') || self.eat(b'E')) {
            let _ = self.eat(b'+') || self.eat(b'-');
            is_number = self.digits();
        }
        is_number || self.not_json("a digit")
    }

    const fn digits(&mut self) -> bool {
        let start = self.at;
        while self.byte().is_ascii_digit() {
            self.at += 1;
        }
        self.at > start
    }

    const fn word(&mut self, word: &'static str) -> bool {
        let from = self.at;
        self.at += word.len();
        if equal(self.since(from), word) {
            return true;
        }
        self.at = from;
        self.not_json("a value")
    }
}

/// A piece of a string, without its quotes.
#[derive(Clone, Copy)]
enum Piece<'t> {
    Text,
    /// `{{` or `}}`.
    Brace,
    /// `{word}`: the word.
    Word(&'t str),
}

/// Returns the piece at `at` of the string that ends at `to`, and the end of the piece. A brace that is neither doubled nor around a
/// word is text.
const fn next_piece(text: &str, at: usize, to: usize) -> (Piece<'_>, usize) {
    let bytes = text.as_bytes();
    let mut end = at;
    while end < to {
        let mut closer = end + 1;
        while bytes[end] == b'{' && is_word(bytes, closer) {
            closer += 1;
        }
        let found = if matches!(bytes[end], b'{' | b'}') && end + 1 < to && bytes[end + 1] == bytes[end] {
            (Piece::Brace, end + 2)
        } else if closer > end + 1 && closer < to && bytes[closer] == b'}' {
            (Piece::Word(slice(text, end + 1, closer)), closer + 1)
        } else {
            end += 1;
            continue;
        };
        return if end == at { found } else { (Piece::Text, end) };
    }
    (Piece::Text, to)
}

/// Whether there is a byte that can be in the word of a placeholder, such as `name:snake_case` or `property.type`.
const fn is_word(bytes: &[u8], at: usize) -> bool {
    at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || matches!(bytes[at], b'_' | b'-' | b'.' | b':'))
}
