//! The state while a type is read.

use syn::DeriveInput;

use super::used::Used;
use super::{Coded, Keys, Policy, Variant};
use crate::attr::Attr;
use crate::diagnostics::Diagnostics;
use crate::given::Given;
use crate::name;
use crate::value::Text;

/// The state while a type is read.
pub(super) struct Reader<'a> {
    pub(super) input: &'a DeriveInput,
    pub(super) diagnostics: &'a mut Diagnostics,
    pub(super) prefix: String,
    /// The category of the type.
    pub(super) category: &'a Given<Text>,
    /// The catalog could not be read, so its categories are unknown.
    pub(super) catalog_is_refused: bool,
    pub(super) reserved: &'a [(i64, i64)],
    /// The keys of an enum that apply to its variants.
    pub(super) defaults: Policy,
    /// The enum has an http, valid or not. A missing http on a variant is then not reported.
    pub(super) has_default_http: bool,
    /// The kind of the type is generated.
    pub(super) has_kind: bool,
    /// The received type is generated.
    pub(super) has_received: bool,
    pub(super) categories: Vec<String>,
    pub(super) variants: Vec<Variant>,
    pub(super) rows: Vec<Coded>,
    pub(super) used: Used,
    pub(super) keys: Keys,
}

impl<'a> Reader<'a> {
    pub(super) fn new(input: &'a DeriveInput, attr: &'a Attr, diagnostics: &'a mut Diagnostics) -> Self {
        Self {
            input,
            diagnostics,
            prefix: guess_prefix(attr),
            category: &attr.category,
            catalog_is_refused: attr.catalog.is_refused(),
            reserved: attr.reserved.value().map_or(&[], |ranges| &ranges.0),
            defaults: Policy::default(),
            has_default_http: false,
            has_kind: !attr.kind.is_absent(),
            has_received: !attr.received.is_absent(),
            categories: Vec::new(),
            variants: Vec::new(),
            rows: Vec::new(),
            used: Used::default(),
            keys: Keys::default(),
        }
    }

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
