//! The errors in a template.

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
    /// An escape sequence in the name of a member. A character has several, so names with them are not compared.
    Escape,
    /// A repeated name of a member.
    Repeated,
    /// There are too many parts.
    Many,
    /// The template has neither a message nor details.
    NoMessage,
}

/// The first errors of a template.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mistakes {
    mistakes: [Mistake; 8],
    len: usize,
}

impl Mistakes {
    pub(super) const NONE: Self = Self { mistakes: [Mistake { wrong: Wrong::NoMessage, from: 0, to: 0 }; 8], len: 0 };

    pub(crate) const fn all(&self) -> &[Mistake] {
        self.mistakes.split_at(self.len).0
    }

    pub(super) const fn push(&mut self, wrong: Wrong, from: usize, to: usize) {
        if self.len < self.mistakes.len() {
            self.mistakes[self.len] = Mistake { wrong, from, to };
            self.len += 1;
        }
    }
}
