//! Reads a whole type.

use std::collections::HashMap;

use syn::{Data, DeriveInput};

use super::{Coded, Keys, Model, Variant};
use crate::attr::Attr;
use crate::diagnostics::Diagnostics;
use crate::key::Place;
use crate::name;

impl Model {
    /// Returns `None` if no code can be generated.
    pub(crate) fn read(input: &DeriveInput, diagnostics: &mut Diagnostics) -> Option<Self> {
        let place = match &input.data {
            Data::Enum(_) => Place::Enum,
            Data::Struct(_) => Place::Struct,
            Data::Union(data) => {
                diagnostics.over(
                    &data.union_token,
                    "a union cannot be an error with a code",
                    "use an enum or a struct",
                );
                return None;
            }
        };
        let attr = Attr::read(&input.attrs, place, diagnostics);
        let mut reader = Reader {
            input,
            attr: &attr,
            diagnostics,
            prefix: guess_prefix(&attr),
            categories: Vec::new(),
            variants: Vec::new(),
            rows: Vec::new(),
            numbers: HashMap::new(),
            names: HashMap::new(),
            keys: Keys::default(),
        };
        if let Data::Struct(data) = &input.data {
            reader.variant(&input.ident, &input.attrs, &data.fields, attr.clone(), None);
        } else if let Data::Enum(data) = &input.data {
            for variant in &data.variants {
                let mut keys = Attr::read(&variant.attrs, Place::Variant, reader.diagnostics);
                keys.excuse(&attr.misplaced);
                reader.keys.variants.append(&mut keys.written);
                let discriminant = variant.discriminant.as_ref().map(|(_, value)| value);
                reader.variant(&variant.ident, &variant.attrs, &variant.fields, keys, discriminant);
            }
        }
        Some(reader.finish(place))
    }
}

/// The state while a type is read.
pub(super) struct Reader<'a> {
    pub(super) input: &'a DeriveInput,
    /// The keys of the type.
    pub(super) attr: &'a Attr,
    pub(super) diagnostics: &'a mut Diagnostics,
    pub(super) prefix: String,
    pub(super) categories: Vec<String>,
    pub(super) variants: Vec<Variant>,
    pub(super) rows: Vec<Coded>,
    /// The first variant that uses each number, by its place among the rows.
    pub(super) numbers: HashMap<i64, usize>,
    /// The first variant that uses each name.
    pub(super) names: HashMap<String, usize>,
    pub(super) keys: Keys,
}

impl Reader<'_> {
    pub(super) fn category_place(&mut self, slug: String) -> usize {
        self.categories.iter().position(|known| *known == slug).unwrap_or_else(|| {
            self.categories.push(slug);
            self.categories.len() - 1
        })
    }
}

/// Guesses the prefix from the name of the catalog. `studio_errors` corrects a wrong guess.
fn guess_prefix(attr: &Attr) -> String {
    match attr.catalog.value().and_then(|path| path.0.segments.last()) {
        // The check of the catalog refuses a longer prefix.
        Some(catalog) => Some(name::of(&catalog.ident)).filter(|name| name.len() <= 32).unwrap_or_default(),
        None => "STUDIO".into(),
    }
}
