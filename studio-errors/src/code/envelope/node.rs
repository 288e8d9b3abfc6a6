//! Iterates over the values of JSON text: of a template or of a body.

use alloc::borrow::Cow;
use alloc::string::String;

use super::pieces::{Piece, next_piece};
use super::placeholder::Placeholder;
use crate::text::constant::slice;

/// A value of a valid text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node<'t> {
    text: &'t str,
    at: usize,
}

/// The content of a value.
#[derive(Clone, Debug)]
pub(crate) enum Value<'t> {
    /// In a template.
    Placeholder(Placeholder<'t>),
    /// A string with placeholders, in a template.
    Template(Pieces<'t>),
    Object(Children<'t>),
    Array(Children<'t>),
    /// The text between the quotes.
    Text(&'t str),
    /// A number, `true`, `false` or `null`.
    Other(&'t str),
}

impl<'t> Node<'t> {
    /// The whole text.
    pub(crate) fn root(text: &'t str) -> Self {
        Self { text, at: after_space(text, 0) }
    }

    /// Returns the text of the value.
    pub(crate) fn json(self) -> &'t str {
        slice(self.text, self.at, after_value(self.text, self.at))
    }

    /// The value in a template.
    pub(crate) fn value(self) -> Value<'t> {
        match (self.placeholder(), self.plain()) {
            (Some(placeholder), _) => Value::Placeholder(placeholder),
            (None, Value::Text(text)) if text.contains(['{', '}']) => Value::Template(Pieces { rest: text }),
            (None, plain) => plain,
        }
    }

    /// The value in a body, which has no placeholders.
    pub(crate) fn plain(self) -> Value<'t> {
        let json = self.json();
        let children = Children { text: self.text, at: after_space(self.text, self.at + 1) };
        match json.as_bytes().first() {
            Some(b'{') => Value::Object(children),
            Some(b'[') => Value::Array(children),
            Some(b'"') => Value::Text(slice(json, 1, json.len().saturating_sub(1))),
            _ => Value::Other(json),
        }
    }

    /// Returns the placeholder for the value in a template.
    fn placeholder(self) -> Option<Placeholder<'t>> {
        let json = self.json();
        let json = if self.is_quoted() { slice(json, 1, json.len().saturating_sub(1)) } else { json };
        Placeholder::find(json.strip_prefix('{')?.strip_suffix('}')?).ok()
    }

    /// Whether the value is in quotes.
    pub(crate) fn is_quoted(self) -> bool {
        self.text.as_bytes().get(self.at) == Some(&b'"')
    }
}

/// The values in an array, or the alternating names and values of an object.
#[derive(Clone, Debug)]
pub(crate) struct Children<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Children<'t> {
    /// Returns the members of an object: the escaped name and the value.
    pub(crate) fn members(&self) -> impl Iterator<Item = (&'t str, Node<'t>)> + Clone + use<'t> {
        let mut rest = self.clone();
        core::iter::from_fn(move || {
            let name = rest.next()?;
            let name = slice(name.text, name.at + 1, after_value(name.text, name.at).saturating_sub(1));
            Some((name, rest.next()?))
        })
    }
}

impl<'t> Iterator for Children<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Self::Item> {
        let node = Node { text: self.text, at: self.at };
        if matches!(self.text.as_bytes().get(self.at), None | Some(b'}' | b']')) {
            return None;
        }
        let mut at = after_space(self.text, after_value(self.text, self.at));
        if matches!(self.text.as_bytes().get(at), Some(b',' | b':')) {
            at = after_space(self.text, at + 1);
        }
        // The iteration also ends for text that is not JSON.
        self.at = if at > self.at { at } else { self.text.len() };
        Some(node)
    }
}

/// The pieces of a string in a template.
#[derive(Clone, Debug)]
pub(crate) struct Pieces<'t> {
    rest: &'t str,
}

/// A piece of a string in a template.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part<'t> {
    /// Escaped text.
    Text(&'t str),
    Placeholder(Placeholder<'t>),
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Part<'t>;

    fn next(&mut self) -> Option<Part<'t>> {
        if self.rest.is_empty() {
            return None;
        }
        let (piece, end) = next_piece(self.rest, 0, self.rest.len());
        let (text, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        Some(match piece {
            Piece::Text => Part::Text(text),
            Piece::Brace(brace) => Part::Placeholder(Placeholder::Brace(brace)),
            // The check of the catalog refuses an unknown placeholder.
            Piece::Word(word) => Placeholder::find(word).map_or(Part::Text(text), Part::Placeholder),
        })
    }
}

/// Returns the end of the white space that begins at `at`.
pub(super) const fn after_space(text: &str, mut at: usize) -> usize {
    let text = text.as_bytes();
    while at < text.len() && matches!(text[at], b' ' | b'\t' | b'\n' | b'\r') {
        at += 1;
    }
    at
}

/// Returns the end of the value that begins at `at`.
pub(super) const fn after_value(text: &str, mut at: usize) -> usize {
    let text = text.as_bytes();
    let (mut depth, mut in_string) = (0_usize, false);
    while at < text.len() {
        let byte = text[at];
        if in_string {
            if byte == b'\\' {
                at += 1;
            }
            in_string = byte != b'"';
            if !in_string && depth == 0 {
                return at + 1;
            }
        } else {
            match byte {
                b'"' => in_string = true,
                b'{' | b'[' => depth += 1,
                b'}' | b']' if depth <= 1 => return if depth == 1 { at + 1 } else { at },
                b'}' | b']' => depth -= 1,
                b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' if depth == 0 => return at,
                _ => {}
            }
        }
        at += 1;
    }
    text.len()
}

/// Replaces the escape sequences of a JSON string.
pub(crate) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut units = alloc::vec::Vec::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let c = match c {
            '\\' => match rest.next() {
                Some('b') => '\u{8}',
                Some('f') => '\u{c}',
                Some('n') => '\n',
                Some('r') => '\r',
                Some('t') => '\t',
                Some('u') => {
                    let digits = rest.as_str().get(..4).unwrap_or_default();
                    units.push(u16::from_str_radix(digits, 16).unwrap_or(0xfffd));
                    rest = rest.as_str().get(4..).unwrap_or_default().chars();
                    continue;
                }
                Some(other) => other,
                None => break,
            },
            c => c,
        };
        units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
    }
    Cow::Owned(String::from_utf16_lossy(&units))
}
