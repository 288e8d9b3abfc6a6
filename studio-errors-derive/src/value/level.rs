//! The level of a log event.

use proc_macro2::Span;
use syn::Meta;

use super::Value;
use super::choice::{self, Choice};

/// From 1 for `trace` to 5 for `error`, as a row contains it.
#[derive(Clone)]
pub(crate) struct Level(pub(crate) u8);

/// Each level, with the names that other logging systems use for it.
pub(super) const LEVELS: [Choice; 5] = [
    ("trace", &["verbose", "finest"]),
    ("debug", &["fine"]),
    ("info", &["information", "notice"]),
    ("warn", &["warning"]),
    ("error", &["err", "critical", "fatal"]),
];

impl Value for Level {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        choice::read(meta, "level", &LEVELS).map(|(place, span)| (Self(place), span))
    }
}
