//! The values of a template, one after the other.

use alloc::borrow::Cow;
use alloc::string::String;

use super::placeholder::Placeholder;
use crate::text::constant::slice;

/// A value of a sound template.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node<'t> {
    template: &'t str,
    at: usize,
}

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value<'t> {
    Object(Children<'t>),
    Array(Children<'t>),
    Placeholder(Placeholder),
    /// What is between the quotes.
    Text(&'t str),
    /// A number, `true`, `false` or `null`.
    Other(&'t str),
}

impl<'t> Node<'t> {
    /// The whole template.
    pub(crate) fn root(template: &'t str) -> Self {
        Self { template, at: after_space(template, 0) }
    }

    /// Where the value begins: no other value of the template begins there.
    pub(crate) fn place(self) -> usize {
        self.at
    }

    pub(crate) fn value(self) -> Value<'t> {
        let text = slice(self.template, self.at, after_value(self.template, self.at));
        let children = Children { template: self.template, at: after_space(self.template, self.at + 1) };
        if let Some(placeholder) = placeholder(text.trim_matches('"')) {
            return Value::Placeholder(placeholder);
        }
        match text.as_bytes().first() {
            Some(b'{') => Value::Object(children),
            Some(b'[') => Value::Array(children),
            Some(b'"') => Value::Text(slice(text, 1, text.len().saturating_sub(1))),
            _ => Value::Other(text),
        }
    }

    /// Whether the value is in quotes.
    pub(crate) fn is_quoted(self) -> bool {
        self.template.as_bytes().get(self.at) == Some(&b'"')
    }

    /// Whether a placeholder is, or is in, this value.
    pub(crate) fn has_placeholder(self) -> bool {
        match self.value() {
            Value::Placeholder(_) => true,
            Value::Object(members) => members.members().any(|(_, value)| value.has_placeholder()),
            Value::Array(mut elements) => elements.any(Self::has_placeholder),
            Value::Text(_) | Value::Other(_) => false,
        }
    }
}

/// The placeholder that is written `{code}`.
fn placeholder(text: &str) -> Option<Placeholder> {
    Placeholder::find(text.strip_prefix('{')?.strip_suffix('}')?)
}

/// The values in an array; in an object, the names and the values in turn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Children<'t> {
    template: &'t str,
    at: usize,
}

impl<'t> Children<'t> {
    /// The members of an object: the name, as the template escapes it, and the value.
    pub(crate) fn members(mut self) -> impl Iterator<Item = (&'t str, Node<'t>)> + Clone {
        core::iter::from_fn(move || {
            let name = self.next()?;
            let name = slice(name.template, name.at + 1, after_value(name.template, name.at).saturating_sub(1));
            Some((name, self.next()?))
        })
    }
}

impl<'t> Iterator for Children<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Self::Item> {
        let node = Node { template: self.template, at: self.at };
        if matches!(self.template.as_bytes().get(self.at), None | Some(b'}' | b']')) {
            return None;
        }
        let mut at = after_space(self.template, after_value(self.template, self.at));
        if matches!(self.template.as_bytes().get(at), Some(b',' | b':')) {
            at = after_space(self.template, at + 1);
        }
        // Text that is no template has an end as well.
        self.at = if at > self.at { at } else { self.template.len() };
        Some(node)
    }
}

/// Where the space that begins at `at` ends.
pub(super) const fn after_space(text: &str, mut at: usize) -> usize {
    let text = text.as_bytes();
    while at < text.len() && matches!(text[at], b' ' | b'\t' | b'\n' | b'\r') {
        at += 1;
    }
    at
}

/// Where the value that begins at `at` ends.
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

/// What the characters of a JSON string stand for.
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
