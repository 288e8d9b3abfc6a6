//! Reads the `#[studio(..)]` attributes of one item: each key with its value.

mod doc;
mod others;
mod reader;

use darling::FromMeta;
use proc_macro2::Span;
use quote::ToTokens;
use syn::{Attribute, Ident};

pub(crate) use self::doc::{Documentation, First, Section as DocSection, Text as DocText};
pub(crate) use self::others::{Deprecation, deprecated, derived_again};
use self::reader::Reader;
use crate::diagnostics::Diagnostics;
use crate::given::Given;
use crate::key::{self, Key, Place};
use crate::value::{
    self, DetailName, Entry, GeneratedName, Grpc, Level, Number, Properties, Ranges, Text, TypePath, Unknown, Word,
    YesNo,
};

macro_rules! receivers {
    ($($(#[$_:meta])+ $field:ident $name:literal: $value:ty, $places:ident, $form:literal, [$($also:literal),*];)*) => {
        /// All entries of each key, as they were written.
        #[derive(Default, FromMeta)]
        #[darling(default)]
        struct Entries {
            $(#[darling(multiple, rename = $name)] $field: Vec<Entry<$value>>,)*
            #[darling(flatten)]
            unknown: Unknown,
        }

        /// The keys of one item.
        #[derive(Clone, Default)]
        pub(crate) struct Attr {
            $(pub(crate) $field: Given<$value>,)*
            /// All keys that were written, known or not, for completion in an IDE.
            pub(crate) written: Vec<Ident>,
            /// The keys that are not allowed on this item.
            pub(crate) misplaced: Vec<&'static str>,
        }

        impl Entries {
            /// Takes one value of each key, and reports the other entries.
            fn into_attr(self, reader: &mut Reader<'_>) -> Attr {
                Attr { $($field: reader.one($name, self.$field),)* ..Attr::default() }
            }
        }

        impl Attr {
            /// The keys that have a value, and their spans.
            pub(crate) fn stated(&self) -> impl Iterator<Item = (&'static Key, Span)> {
                let spans = [$(self.$field.key(),)*];
                key::KEYS.iter().zip(spans).filter_map(|(key, span)| Some((key, span?)))
            }

            /// Prevents that a key is reported as missing if it was written on the type or on a field by mistake.
            pub(crate) fn excuse(&mut self, misplaced: &[&'static str]) {
                for key in misplaced {
                    match *key {
                        $($name => self.$field.excuse(),)*
                        _ => {}
                    }
                }
            }
        }
    };
}
key::table!(receivers);

impl Attr {
    pub(crate) fn read(attrs: &[Attribute], place: Place, diagnostics: &mut Diagnostics) -> Self {
        let mut reader = Reader { place, diagnostics, damaged: false, meant: Vec::new(), misplaced: Vec::new() };
        let mut items = Vec::new();
        for attr in attrs.iter().filter(|attr| attr.path().is_ident("studio")) {
            reader.items(attr, &mut items);
        }
        if attrs.iter().any(is_misspelt) {
            // A key that seems to be missing may be in the attribute that rustc refuses.
            reader.damaged = true;
        }
        if items.is_empty() && !reader.damaged && reader.meant.is_empty() {
            return Self::default();
        }
        let written = items.iter().filter_map(|item| value::path(item)?.get_ident().cloned());
        // An import cannot have the name of a keyword.
        let written = written.filter(is_no_keyword).collect();
        items.retain(|item| reader.is_allowed(item));
        let entries = Entries::from_list(&items).unwrap_or_else(|error| {
            // `Entry` collects all errors, so this does not happen. If it did, the error would be reported.
            reader.diagnostics.add(error.into());
            Entries::default()
        });
        for path in &entries.unknown.0 {
            reader.unknown(path, &value::name(path));
        }
        let attr = entries.into_attr(&mut reader);
        Self { written, misplaced: reader.misplaced, ..attr }
    }
}

fn is_no_keyword(key: &Ident) -> bool {
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
