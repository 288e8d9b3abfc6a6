//! The state of one key.

use proc_macro2::Span;

/// A key's value, or why there is none.
#[derive(Clone, Default)]
pub(crate) enum Given<T> {
    #[default]
    Absent,
    /// It was written and refused. The key is not reported as missing. The error is taken when it is reported.
    Refused(Option<syn::Error>),
    Value(T, At),
}

/// The spans of a key and of its value. They are the same if it takes no value.
#[derive(Clone, Copy)]
pub(crate) struct At {
    pub(crate) key: Span,
    pub(crate) value: Span,
}

impl<T> Given<T> {
    pub(crate) fn value(&self) -> Option<&T> {
        if let Self::Value(value, _) = self { Some(value) } else { None }
    }

    pub(crate) fn span(&self) -> Option<Span> {
        if let Self::Value(_, at) = self { Some(at.value) } else { None }
    }

    pub(crate) fn key(&self) -> Option<Span> {
        if let Self::Value(_, at) = self { Some(at.key) } else { None }
    }

    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    pub(crate) fn is_refused(&self) -> bool {
        matches!(self, Self::Refused(_))
    }

    pub(crate) fn take_error(&mut self) -> Option<syn::Error> {
        if let Self::Refused(error) = self { error.take() } else { None }
    }

    /// Prevents that the key is reported as missing: it was written elsewhere, and is reported there.
    pub(crate) fn excuse(&mut self) {
        if self.is_absent() {
            *self = Self::Refused(None);
        }
    }
}
