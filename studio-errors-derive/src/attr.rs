//! Reads the `#[studio(..)]` attributes of one item: each key with its value.

mod doc;
mod others;
mod reader;

use darling::FromMeta;
use proc_macro2::Span;
use syn::{Attribute, Ident};

pub(crate) use self::doc::{Documentation, Text as DocText};
pub(crate) use self::others::{Deprecation, deprecated, derived_again};
use self::reader::Reader;
use crate::diagnostics::Diagnostics;
use crate::given::Given;
use crate::key::{self, Key, Place};
use crate::value::{GeneratedName, Grpc, Level, Number, Properties, Ranges, Status, Text, TypePath, Word, YesNo};

macro_rules! receiver {
    ($($(#[$_:meta])+ $field:ident $name:literal: $value:ty, $places:ident, $form:literal, [$($also:literal),*];)*) => {
        /// The keys of one item.
        #[derive(Clone, Default, FromMeta)]
        #[darling(default)]
        pub(crate) struct Attr {
            $(#[darling(rename = $name)] pub(crate) $field: Given<$value>,)*
            /// All keys that were written, known or not, for completion in an IDE.
            #[darling(skip)]
            pub(crate) written: Vec<Ident>,
            /// The keys that are not allowed on this item.
            #[darling(skip)]
            pub(crate) misplaced: Vec<&'static str>,
        }

        impl Attr {
            /// The errors of the values that are refused.
            fn errors(&mut self) -> impl Iterator<Item = syn::Error> {
                [$(self.$field.take_error(),)*].into_iter().flatten()
            }

            /// The keys that have a value, and their spans.
            pub(crate) fn stated(&self) -> impl Iterator<Item = (&'static Key, Span)> {
                let spans = [$(self.$field.key(),)*];
                key::KEYS.iter().zip(spans).filter_map(|(key, span)| Some((key, span?)))
            }

            /// Prevents that keys are reported as missing if they were written in another form or in another place by mistake.
            pub(crate) fn excuse(&mut self, keys: &[&'static str]) {
                for key in keys {
                    match *key {
                        $($name => self.$field.excuse(),)*
                        _ => {}
                    }
                }
            }
        }
    };
}
key::table!(receiver);

impl Attr {
    pub(crate) fn read(attrs: &[Attribute], place: Place, diagnostics: &mut Diagnostics) -> Self {
        let mut reader = Reader::new(place, diagnostics);
        let mut items = Vec::new();
        for attr in attrs.iter().filter(|attr| attr.path().is_ident("studio")) {
            reader.items(attr, &mut items);
        }
        items.retain(|item| reader.is_allowed(item));
        let mut attr = Self::from_list(&items).unwrap_or_else(|error| {
            // `Given` keeps the error of a value, so this does not happen. If it did, the error would be reported.
            reader.diagnostics.add(error.into());
            Self::default()
        });
        attr.errors().for_each(|error| reader.diagnostics.add(error));
        attr.excuse(&reader.meant);
        // A key that seems to be missing may be in the tokens that did not parse, or in the attribute that rustc refuses.
        if reader.damaged || attrs.iter().any(is_misspelt) {
            attr.excuse(&key::KEYS.iter().map(|key| key.name).collect::<Vec<_>>());
        }
        Self { written: reader.written, misplaced: reader.misplaced, ..attr }
    }
}

/// Whether the attribute is a misspelt `studio`, such as `studo`. rustc reports the unknown attribute.
fn is_misspelt(attr: &Attribute) -> bool {
    let Some(name) = attr.path().get_ident().map(Ident::to_string) else { return false };
    // The edit distance is at most two. Nearly all attributes (`doc`, `error`) have too few letters in common with `studio`.
    let kept = name.bytes().filter(|letter| b"studio".contains(letter)).count();
    kept >= 4 && name != "studio" && strsim::damerau_levenshtein(&name, "studio") <= 2
}
