//! What became of one key.

use proc_macro2::Span;

/// A key's value, or why there is none.
#[derive(Clone, Default)]
pub(crate) enum Given<T> {
    #[default]
    Absent,
    /// It was written, and refused: the mistake is reported, and nobody needs to miss the key as well.
    Refused,
    Value(T, Span),
}

impl<T> Given<T> {
    pub(crate) fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value, _) => Some(value),
            _ => None,
        }
    }

    pub(crate) fn span(&self) -> Option<Span> {
        match self {
            Self::Value(_, span) => Some(*span),
            _ => None,
        }
    }

    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The value where `sound` finds no fault with it.
    pub(crate) fn refused_unless(self, sound: impl FnOnce(&T, Span) -> bool) -> Self {
        match self {
            Self::Value(value, span) if !sound(&value, span) => Self::Refused,
            given => given,
        }
    }
}
