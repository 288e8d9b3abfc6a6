//! The styles of a name in a template.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::text::constant::{Nearest, each};

/// How a name or a category is written: the styles of `rename_all` of serde.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    AsIs,
    Words { first: Case, rest: Case, separator: Option<u8> },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    Lower,
    Upper,
    /// An upper-case letter and lower-case ones.
    Title,
}

impl Style {
    pub(crate) const ALL: [(&'static str, Self); 8] = [
        ("lowercase", Self::words(Case::Lower, Case::Lower, None)),
        ("UPPERCASE", Self::words(Case::Upper, Case::Upper, None)),
        ("PascalCase", Self::words(Case::Title, Case::Title, None)),
        ("camelCase", Self::words(Case::Lower, Case::Title, None)),
        ("snake_case", Self::words(Case::Lower, Case::Lower, Some(b'_'))),
        ("SCREAMING_SNAKE_CASE", Self::words(Case::Upper, Case::Upper, Some(b'_'))),
        ("kebab-case", Self::words(Case::Lower, Case::Lower, Some(b'-'))),
        ("SCREAMING-KEBAB-CASE", Self::words(Case::Upper, Case::Upper, Some(b'-'))),
    ];

    const fn words(first: Case, rest: Case, separator: Option<u8>) -> Self {
        Self::Words { first, rest, separator }
    }

    /// The style that an unknown one probably means.
    pub(crate) const fn meant_by(name: &str) -> Option<&'static str> {
        let mut nearest = Nearest::to(name);
        each!((known, _) in &Self::ALL => { nearest.compare(known) });
        nearest.found
    }

    pub(crate) fn apply(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::AsIs => Cow::Borrowed(text),
            // Only ASCII characters are changed, added and omitted, so the bytes are UTF-8.
            Self::Words { .. } => Cow::Owned(String::from_utf8(self.bytes(text).collect()).unwrap_or_default()),
        }
    }

    pub(crate) const fn bytes(self, text: &str) -> Styled<'_> {
        Styled { style: self, text: text.as_bytes(), at: 0, case: None, is_separated: false }
    }
}

/// The bytes of a text in a style.
///
/// A word ends at an ASCII character that is neither a letter nor a digit, and before a capital letter after a small one. Other
/// characters than those of ASCII do not change.
#[derive(Clone, Debug)]
pub(crate) struct Styled<'t> {
    style: Style,
    text: &'t [u8],
    at: usize,
    /// The case of the current word. `None` before the first word.
    case: Option<Case>,
    /// Whether the separator before the next word is written.
    is_separated: bool,
}

impl Styled<'_> {
    /// The next byte. Constant evaluation cannot call the method of [`Iterator`].
    pub(crate) const fn advance(&mut self) -> Option<u8> {
        let from = self.at;
        let Style::Words { first, rest, separator } = self.style else {
            self.at += (from < self.text.len()) as usize;
            return if from < self.text.len() { Some(self.text[from]) } else { None };
        };
        while self.at < self.text.len()
            && !matches!(self.text[self.at], b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | 0x80..)
        {
            self.at += 1;
        }
        if self.at == self.text.len() {
            return None;
        }
        let byte = self.text[self.at];
        let (case, begins) = match (self.case, separator) {
            (None, _) => (first, true),
            (Some(case), _) if self.continues(from) => (case, false),
            (Some(_), Some(separator)) if !self.is_separated => {
                self.is_separated = true;
                return Some(separator);
            }
            (Some(_), _) => (rest, true),
        };
        self.case = Some(case);
        self.is_separated = false;
        self.at += 1;
        Some(match case {
            Case::Title if !begins => byte.to_ascii_lowercase(),
            Case::Upper | Case::Title => byte.to_ascii_uppercase(),
            Case::Lower => byte.to_ascii_lowercase(),
        })
    }

    /// Whether the next byte is in the same word as the byte before it. The search for it began at `from`.
    const fn continues(&self, from: usize) -> bool {
        let is_in_camel_case = self.text[from - 1].is_ascii_lowercase() && self.text[from].is_ascii_uppercase();
        self.at == from && !self.is_separated && !is_in_camel_case
    }
}

impl Iterator for Styled<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        self.advance()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::constant::value_of;

    #[test]
    fn a_word_has_no_empty_beginning_or_end_and_keeps_other_characters() {
        let [camel, kebab] = ["camelCase", "kebab-case"].map(|name| value_of(&Style::ALL, name).unwrap());
        assert_eq!((camel.apply("__E_404_"), kebab.apply("__E__4O4_")), ("e404".into(), "e-4o4".into()));
        assert_eq!((camel.apply("größe ÄNDERN"), kebab.apply("")), ("größeÄndern".into(), "".into()));
    }
}
