//! Reads the `#[studio(..)]` attributes of one item: each key with its value.

mod doc;
mod others;
mod reader;

use proc_macro2::Span;
use quote::ToTokens;
use syn::{Attribute, Ident};

pub(crate) use self::doc::{Documentation, Section as DocSection, Text as DocText};
pub(crate) use self::others::{Deprecation, deprecated, derived_again};
use self::reader::Reader;
use crate::diagnostics::Diagnostics;
use crate::given::Given;
use crate::key::{self, Key, Place};
use crate::value::{
    Entry, GeneratedName, Grpc, Level, Number, Properties, Ranges, Status, Text, TypePath, Word, YesNo,
};

macro_rules! fields {
    ($($(#[$_:meta])+ $field:ident $name:literal: $value:ty, $places:ident, $form:literal, [$($also:literal),*];)*) => {
        /// The keys of one item.
        #[derive(Clone, Default)]
        pub(crate) struct Attr {
            $(pub(crate) $field: Given<$value>,)*
            /// All keys that were written, known or not, for completion in an IDE.
            pub(crate) written: Vec<Ident>,
            /// The keys that are not allowed on this item.
            pub(crate) misplaced: Vec<&'static str>,
        }

        impl Attr {
            /// Reads the value of an entry.
            fn add(&mut self, entry: &Entry, reader: &mut Reader<'_>) {
                match &*entry.key {
                    $($name => reader.value(&mut self.$field, entry),)*
                    _ => reader.unknown(&entry.path, &entry.key),
                }
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
key::table!(fields);

impl Attr {
    pub(crate) fn read(attrs: &[Attribute], place: Place, diagnostics: &mut Diagnostics) -> Self {
        let mut reader = Reader { place, diagnostics, damaged: false, meant: Vec::new(), misplaced: Vec::new() };
        let mut entries = Vec::new();
        for attr in attrs.iter().filter(|attr| attr.path().is_ident("studio")) {
            reader.entries(attr, &mut entries);
        }
        let mut attr = Self::default();
        for entry in entries {
            // An import cannot have the name of a keyword.
            attr.written.extend(entry.path.get_ident().filter(|key| is_not_a_keyword(key)).cloned());
            if reader.is_allowed(&entry) {
                attr.add(&entry, &mut reader);
            }
        }
        attr.excuse(&reader.meant);
        // A key that seems to be missing may be in the tokens that did not parse, or in the attribute that rustc refuses.
        if reader.damaged || attrs.iter().any(is_misspelt) {
            attr.excuse(&key::KEYS.iter().map(|key| key.name).collect::<Vec<_>>());
        }
        Self { misplaced: reader.misplaced, ..attr }
    }
}

fn is_not_a_keyword(key: &Ident) -> bool {
    let name = key.to_string();
    // `crate` is the only key that is a keyword. The parser decides about unknown keys.
    if key::find(&name).is_some() { name != "crate" } else { syn::parse2::<Ident>(key.to_token_stream()).is_ok() }
}

/// Whether the attribute is a misspelt `studio`, such as `studo`. rustc reports the unknown attribute.
fn is_misspelt(attr: &Attribute) -> bool {
    let Some(name) = attr.path().get_ident().map(Ident::to_string) else { return false };
    // The edit distance is at most two. Nearly all attributes (`doc`, `error`) have too few letters in common with `studio`.
    let kept = name.bytes().filter(|letter| b"studio".contains(letter)).count();
    kept >= 4 && name != "studio" && strsim::damerau_levenshtein(&name, "studio") <= 2
}
