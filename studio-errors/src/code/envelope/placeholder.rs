//! The placeholders of a template.

use alloc::borrow::Cow;
use alloc::string::String;

use super::mistake::Wrong;
use crate::text::constant::{Nearest, each, find, slice, split};

/// Words that other APIs use for a value.
const SYNONYMS: [(&str, &str); 10] = [
    ("status", "http"),
    ("msg", "message"),
    ("text", "message"),
    ("description", "message"),
    ("type", "category"),
    ("slug", "category"),
    ("hint", "resolution"),
    ("id", "request_id"),
    ("url", "docs"),
    ("link", "docs"),
];

/// A placeholder for a value of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Placeholder<'t> {
    Code,
    Number,
    Name(Style),
    Category(Style),
    Message,
    Http,
    Resolution,
    /// The URL of the code in the reference.
    Docs,
    /// A property of the code.
    Property(&'t str),
    Details,
    RequestId,
    /// A value that the service supplies for each request.
    Request(&'t str),
}

/// The form of a value in a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// In quotes.
    Text,
    /// In quotes as a string, or without quotes as a number.
    Number,
    /// Without quotes.
    Object,
}

impl<'t> Placeholder<'t> {
    /// The placeholders with their words. A word that ends with a dot is followed by a name.
    pub(crate) const ALL: [(&'static str, Placeholder<'static>); 12] = [
        ("code", Placeholder::Code),
        ("number", Placeholder::Number),
        ("name", Placeholder::Name(Style::AsIs)),
        ("category", Placeholder::Category(Style::AsIs)),
        ("message", Placeholder::Message),
        ("http", Placeholder::Http),
        ("resolution", Placeholder::Resolution),
        ("docs", Placeholder::Docs),
        ("property.", Placeholder::Property("")),
        ("details", Placeholder::Details),
        ("request_id", Placeholder::RequestId),
        ("request.", Placeholder::Request("")),
    ];

    pub(crate) const fn form(self) -> Form {
        match self {
            Self::Number | Self::Http => Form::Number,
            Self::Details => Form::Object,
            _ => Form::Text,
        }
    }

    /// Whether an error can lack the value. A catalog can require a property.
    pub(crate) const fn is_optional(self) -> bool {
        matches!(self, Self::Resolution | Self::Property(_) | Self::Details | Self::RequestId | Self::Request(_))
    }

    /// Reads the word between the braces.
    pub(crate) const fn find(word: &'t str) -> Result<Self, Wrong> {
        let (name, style) = split(word, b':');
        let (word, name) = match split(name, b'.').1 {
            Some(rest) => (slice(name, 0, name.len() - rest.len()), rest),
            None => (name, ""),
        };
        let found = match find(&Self::ALL, word) {
            Some(Self::Property(_) | Self::Request(_)) if name.is_empty() => return Err(Wrong::NoName),
            Some(Self::Property(_)) if is_name(name) => Self::Property(name),
            Some(Self::Request(_)) if is_name(name) => Self::Request(name),
            None | Some(Self::Property(_) | Self::Request(_)) => return Err(Wrong::Unknown),
            Some(found) => found,
        };
        let Some(style) = style else { return Ok(found) };
        match (found, find(&Style::ALL, style)) {
            (Self::Name(_), Some(style)) => Ok(Self::Name(style)),
            (Self::Category(_), Some(style)) => Ok(Self::Category(style)),
            _ => Err(Wrong::Style),
        }
    }

    /// The word that an unknown word probably means.
    pub(crate) const fn meant_by(word: &str) -> Option<&'static str> {
        let (name, _) = split(word, b':');
        let mut nearest = Nearest::to(name);
        each!((known, _) in &Self::ALL => { nearest.compare(known) });
        match find(&SYNONYMS, name) {
            None => nearest.found,
            meant => meant,
        }
    }
}

/// Whether the text is a name: letters, digits, `_` and `-`.
const fn is_name(text: &str) -> bool {
    each!(byte in text.as_bytes() => { if !byte.is_ascii_alphanumeric() && !matches!(byte, b'_' | b'-') { return false } });
    true
}

/// How a name or a category is written: the styles of `rename_all` of serde.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    AsIs,
    Words { first: Case, rest: Case, separator: Option<char> },
}

/// The case of a word.
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
        ("snake_case", Self::words(Case::Lower, Case::Lower, Some('_'))),
        ("SCREAMING_SNAKE_CASE", Self::words(Case::Upper, Case::Upper, Some('_'))),
        ("kebab-case", Self::words(Case::Lower, Case::Lower, Some('-'))),
        ("SCREAMING-KEBAB-CASE", Self::words(Case::Upper, Case::Upper, Some('-'))),
    ];

    const fn words(first: Case, rest: Case, separator: Option<char>) -> Self {
        Self::Words { first, rest, separator }
    }

    /// The style that an unknown one probably means.
    pub(crate) const fn meant_by(name: &str) -> Option<&'static str> {
        let mut nearest = Nearest::to(name);
        each!((known, _) in &Self::ALL => { nearest.compare(known) });
        nearest.found
    }

    /// Writes the text in this style. A word ends at a character that is neither a letter nor a digit, and before a capital letter
    /// after a small one.
    pub(crate) fn apply(self, text: &str) -> Cow<'_, str> {
        let Self::Words { first, rest, separator } = self else { return text.into() };
        let mut styled = String::with_capacity(text.len() + 8);
        let (mut case, mut begins, mut last) = (first, true, ' ');
        for c in text.chars() {
            if c.is_alphanumeric() {
                begins |= last.is_lowercase() && c.is_uppercase();
                if begins && !styled.is_empty() {
                    styled.extend(separator);
                    case = rest;
                }
                match case {
                    Case::Upper => styled.extend(c.to_uppercase()),
                    Case::Title if begins => styled.extend(c.to_uppercase()),
                    Case::Lower | Case::Title => styled.extend(c.to_lowercase()),
                }
                begins = false;
            } else {
                begins |= !styled.is_empty();
            }
            last = c;
        }
        styled.into()
    }
}
