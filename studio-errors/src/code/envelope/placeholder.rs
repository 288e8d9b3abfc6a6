//! The placeholders of a template.

use crate::text::constant::{begins, distance, equal};

/// Words that other APIs use for a value.
const SYNONYMS: [(&str, Placeholder); 8] = [
    ("status", Placeholder::Http),
    ("msg", Placeholder::Message),
    ("text", Placeholder::Message),
    ("description", Placeholder::Message),
    ("type", Placeholder::Category),
    ("slug", Placeholder::Category),
    ("hint", Placeholder::Resolution),
    ("id", Placeholder::RequestId),
];

/// A placeholder for a value of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Placeholder {
    Code,
    Number,
    Name,
    Category,
    Message,
    Http,
    Resolution,
    Details,
    RequestId,
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

impl Placeholder {
    pub(crate) const ALL: [Self; 9] = [
        Self::Code,
        Self::Number,
        Self::Name,
        Self::Category,
        Self::Message,
        Self::Http,
        Self::Resolution,
        Self::Details,
        Self::RequestId,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Number => "number",
            Self::Name => "name",
            Self::Category => "category",
            Self::Message => "message",
            Self::Http => "http",
            Self::Resolution => "resolution",
            Self::Details => "details",
            Self::RequestId => "request_id",
        }
    }

    pub(crate) const fn form(self) -> Form {
        match self {
            Self::Number | Self::Http => Form::Number,
            Self::Details => Form::Object,
            _ => Form::Text,
        }
    }

    /// Whether the value identifies the error.
    pub(crate) const fn identifies(self) -> bool {
        matches!(self, Self::Code | Self::Number | Self::Name)
    }

    pub(crate) const fn find(name: &str) -> Option<Self> {
        let mut i = 0;
        while i < Self::ALL.len() {
            if equal(Self::ALL[i].name(), name) {
                return Some(Self::ALL[i]);
            }
            i += 1;
        }
        None
    }

    /// The placeholder that an unknown name probably means.
    pub(crate) const fn meant_by(name: &str) -> Option<Self> {
        let mut i = 0;
        while i < SYNONYMS.len() {
            if equal(SYNONYMS[i].0, name) {
                return Some(SYNONYMS[i].1);
            }
            i += 1;
        }
        Self::nearest(name)
    }

    /// Returns the placeholder with the most similar name: by edit distance, or because one of the two begins with the other.
    pub(crate) const fn nearest(name: &str) -> Option<Self> {
        let mut nearest = None;
        let mut least = 2 + name.len() / 4;
        let mut i = 0;
        while i < Self::ALL.len() {
            let known = Self::ALL[i].name();
            let continues = name.len() > 2 && (begins(known, name) || begins(name, known));
            let distance = if continues { 0 } else { distance(name, known) };
            if distance < least {
                least = distance;
                nearest = Some(Self::ALL[i]);
            }
            i += 1;
        }
        nearest
    }
}
