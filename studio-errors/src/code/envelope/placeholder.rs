//! The placeholders of a template.

use alloc::string::String;

use super::mistake::Wrong;
use crate::text::constant::{begins, distance, each, equal, slice};

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
    /// The words of the placeholders.
    pub(crate) const WORDS: [&'static str; 12] = [
        "code",
        "number",
        "name",
        "category",
        "message",
        "http",
        "resolution",
        "docs",
        "property.",
        "details",
        "request_id",
        "request.",
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
        let (owner, rest) = split(name, b'.');
        let found = match (owner.as_bytes(), rest) {
            (b"property" | b"request", Some(key)) if key.is_empty() => return Err(Wrong::NoName),
            (b"property", Some(key)) if is_key(key) => Self::Property(key),
            (b"request", Some(key)) if is_key(key) => Self::Request(key),
            (b"code", None) => Self::Code,
            (b"number", None) => Self::Number,
            (b"name", None) => Self::Name(Style::AsIs),
            (b"category", None) => Self::Category(Style::AsIs),
            (b"message", None) => Self::Message,
            (b"http", None) => Self::Http,
            (b"resolution", None) => Self::Resolution,
            (b"docs", None) => Self::Docs,
            (b"details", None) => Self::Details,
            (b"request_id", None) => Self::RequestId,
            _ => return Err(Wrong::Unknown),
        };
        match (found, style) {
            (found, None) => Ok(found),
            (found, Some(style)) => match (found, Style::find(style)) {
                (Self::Name(_), Some(style)) => Ok(Self::Name(style)),
                (Self::Category(_), Some(style)) => Ok(Self::Category(style)),
                _ => Err(Wrong::Style),
            },
        }
    }

    /// The word that an unknown word probably means.
    pub(crate) const fn meant_by(word: &str) -> Option<&'static str> {
        let (name, _) = split(word, b':');
        each!((synonym, word) in &SYNONYMS => { if equal(synonym, name) { return Some(word) } });
        nearest(name, &Self::WORDS)
    }
}

/// Returns the word that is most similar: by edit distance, or because one of the two begins with the other.
const fn nearest(name: &str, words: &[&'static str]) -> Option<&'static str> {
    let mut nearest = None;
    let mut least = 2 + name.len() / 4;
    each!(known in words => {
        let continues = name.len() > 2 && (begins(known, name) || begins(name, known));
        let distance = if continues { 0 } else { distance(name, known) };
        if distance < least {
            least = distance;
            nearest = Some(*known);
        }
    });
    nearest
}

/// Whether the text is a name: letters, digits, `_` and `-`.
const fn is_key(text: &str) -> bool {
    each!(byte in text.as_bytes() => { if !byte.is_ascii_alphanumeric() && !matches!(byte, b'_' | b'-') { return false } });
    true
}

/// Splits a word at the first `at`.
const fn split(word: &str, at: u8) -> (&str, Option<&str>) {
    let mut i = 0;
    while i < word.len() {
        if word.as_bytes()[i] == at {
            return (slice(word, 0, i), Some(slice(word, i + 1, word.len())));
        }
        i += 1;
    }
    (word, None)
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

    const fn find(name: &str) -> Option<Self> {
        each!((known, style) in &Self::ALL => { if equal(known, name) { return Some(*style) } });
        None
    }

    /// The style that an unknown one probably means.
    pub(crate) const fn meant_by(name: &str) -> Option<&'static str> {
        let mut words = [""; 8];
        let mut i = 0;
        while i < words.len() {
            words[i] = Self::ALL[i].0;
            i += 1;
        }
        nearest(name, &words)
    }

    /// Writes the text in this style. A word ends at a character that is neither a letter nor a digit, and before a capital letter
    /// after a small one.
    pub(crate) fn apply(self, text: &str) -> String {
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
        styled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_style_is_that_of_serde() {
        let styled = |text: &str| Style::ALL.map(|(_, style)| style.apply(text)).join(" ");
        assert_eq!(
            styled("CARD_WAS_DECLINED"),
            "cardwasdeclined CARDWASDECLINED CardWasDeclined cardWasDeclined card_was_declined CARD_WAS_DECLINED \
             card-was-declined CARD-WAS-DECLINED"
        );
        assert_eq!(
            styled("invalidRequest-of user"),
            "invalidrequestofuser INVALIDREQUESTOFUSER InvalidRequestOfUser invalidRequestOfUser invalid_request_of_user \
             INVALID_REQUEST_OF_USER invalid-request-of-user INVALID-REQUEST-OF-USER"
        );
        assert_eq!(Style::AsIs.apply("A_b"), "A_b");
        assert_eq!(Style::Words { first: Case::Lower, rest: Case::Title, separator: None }.apply("__E_404"), "e404");
    }
}
