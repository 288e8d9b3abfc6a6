//! The placeholders of a template.

use super::Style;
use super::mistake::Wrong;
use crate::text::constant::{Nearest, each, find, slice, split, value_of};

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
        let found = match value_of(&Self::ALL, word) {
            Some(Self::Property(_) | Self::Request(_)) if name.is_empty() => return Err(Wrong::NoName),
            Some(Self::Property(_)) if is_name(name) => Self::Property(name),
            Some(Self::Request(_)) if is_name(name) => Self::Request(name),
            None | Some(Self::Property(_) | Self::Request(_)) => return Err(Wrong::Unknown),
            Some(found) => found,
        };
        let Some(style) = style else { return Ok(found) };
        match (found, value_of(&Style::ALL, style)) {
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
        match value_of(&SYNONYMS, name) {
            None => nearest.found,
            meant => meant,
        }
    }
}

/// Whether the text is a name: letters, digits, `_` and `-`.
const fn is_name(text: &str) -> bool {
    find!(byte in text.as_bytes() => !byte.is_ascii_alphanumeric() && !matches!(byte, b'_' | b'-')).is_none()
}
