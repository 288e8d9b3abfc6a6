//! The envelope of a catalog: a template of its error bodies.

mod mistake;
mod parse;
mod placeholder;
mod style;
#[cfg(test)]
mod tests;

pub(crate) use self::mistake::{Mistake, Wrong};
#[cfg(feature = "reference")]
pub(crate) use self::placeholder::Form;
pub(crate) use self::placeholder::Placeholder;
pub(crate) use self::style::Style;

use crate::text::constant::{each, slice, split};

/// The published format.
pub(crate) const DEFAULT: &str = concat!(
    r#"{"error":{"code":"{code}","message":"{message}","http":{http},"#,
    r#""details":{details},"request_id":"{request_id}"}}"#
);

/// The parsed template of the published format.
pub(crate) const PUBLISHED: &Template<'static> = &Template::parse(DEFAULT).0;

/// The maximum number of parts of a template.
pub(crate) const MOST: usize = 64;

/// A template of error bodies: its values, in the order of the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Template<'t> {
    text: &'t str,
    parts: [Part<'t>; MOST],
    len: usize,
}

/// A value of a template, or a piece of a string.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part<'t> {
    pub(crate) content: Content<'t>,
    /// The text before the value: white space, and the name of a member with its colon.
    lead: &'t str,
    /// The position in the text.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The number of parts, with those inside of this one.
    len: usize,
    /// Whether an array has other elements after this one.
    pub(crate) is_before_others: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content<'t> {
    /// The parts inside are its members. The text is the white space after them.
    Object(&'t str),
    /// The parts inside are its elements. The text is the white space after them.
    Array(&'t str),
    /// A string with placeholders. The parts inside are its pieces.
    Text,
    /// JSON that is the same in every body. A piece of a string is without quotes.
    Constant(&'t str),
    Placeholder(Placeholder<'t>, Place),
}

/// Where a placeholder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// It is the whole value.
    Bare,
    /// It is the whole value, in quotes.
    Quoted,
    /// It is a piece of a string.
    Inside,
}

impl<'t> Template<'t> {
    pub(crate) const fn text(&self) -> &'t str {
        self.text
    }

    pub(crate) const fn parts(&self) -> &[Part<'t>] {
        self.parts.split_at(self.len).0
    }

    /// The whole body.
    pub(crate) const fn root(&self) -> Node<'_> {
        Node { parts: self.parts() }
    }

    /// Whether this placeholder is a whole value. Clients read only whole values.
    #[cfg(feature = "details")]
    pub(crate) fn has_whole(&self, placeholder: Placeholder<'_>) -> bool {
        let is_it = |part: &Part<'_>| matches!(part.content, Content::Placeholder(found, place) if found == placeholder && place != Place::Inside);
        self.parts().iter().any(is_it)
    }

    /// The value by which a client tells errors apart: the code, otherwise the number, otherwise the name. It is
    /// a whole value.
    pub(crate) const fn key(&self) -> Option<Placeholder<'t>> {
        let mut key = None;
        each!(part in self.parts() => {
            if let Content::Placeholder(found, Place::Bare | Place::Quoted) = part.content {
                key = match (found, key) {
                    (Placeholder::Code, _)
                    | (Placeholder::Number, None | Some(Placeholder::Name(_)))
                    | (Placeholder::Name(_), None) => Some(found),
                    _ => key,
                };
            }
        });
        key
    }
}

/// A part of a template, with the parts inside of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node<'t> {
    parts: &'t [Part<'t>],
}

impl<'t> Node<'t> {
    pub(crate) fn content(self) -> Content<'t> {
        self.parts.first().map_or(Content::Constant("null"), |part| part.content)
    }

    /// The text before the value: white space, and the name of a member with its colon.
    pub(crate) fn lead(self) -> &'t str {
        self.parts.first().map_or("", |part| part.lead)
    }

    /// The name of a member, with its escape sequences.
    pub(crate) fn name(self) -> &'t str {
        name_in(self.lead())
    }

    /// The members of an object, the elements of an array, or the pieces of a string.
    pub(crate) fn children(self) -> impl Iterator<Item = Self> + Clone {
        let mut rest = self.parts.get(1..).unwrap_or_default();
        core::iter::from_fn(move || {
            let (parts, others) = rest.split_at_checked(rest.first()?.len)?;
            rest = others;
            Some(Self { parts })
        })
    }

    /// The placeholders in this part.
    pub(crate) fn placeholders(self) -> impl Iterator<Item = Placeholder<'t>> {
        self.parts.iter().filter_map(|part| match part.content {
            Content::Placeholder(placeholder, _) => Some(placeholder),
            _ => None,
        })
    }
}

/// The name in the text before the value of a member.
const fn name_in(lead: &str) -> &str {
    let Some(rest) = split(lead, b'"').1 else { return "" };
    let mut to = rest.len();
    while to > 0 && rest.as_bytes()[to - 1] != b'"' {
        to -= 1;
    }
    slice(rest, 0, to.saturating_sub(1))
}
