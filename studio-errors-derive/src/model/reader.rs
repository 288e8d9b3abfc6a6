//! What has been read of a type so far.

use syn::DeriveInput;

use super::used::Used;
use super::{Coded, Keys, Policy, Variant};
use crate::attr::Attr;
use crate::diagnostics::Diagnostics;
use crate::given::Given;
use crate::name;
use crate::value::Text;

/// What has been read of a type so far.
pub(super) struct Reader<'a> {
    pub(super) input: &'a DeriveInput,
    pub(super) diagnostics: &'a mut Diagnostics,
    pub(super) prefix: String,
    /// The category of the type.
    pub(super) category: &'a Given<Text>,
    /// Which categories there are is not known.
    pub(super) catalog_is_refused: bool,
    pub(super) reserved: &'a [(u32, u32)],
    /// What an enum states for its variants.
    pub(super) defaults: Policy,
    /// A missing http on a variant is not reported: the enum has one, or one that is refused.
    pub(super) has_default_http: bool,
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

/// The prefix that most catalogs have: their own name. `studio_errors` knows better where it is not.
fn guess_prefix(attr: &Attr) -> String {
    match attr.catalog.value().and_then(|path| path.0.segments.last()) {
        // A longer prefix is refused where the catalog is checked.
        Some(catalog) => Some(name::of(&catalog.ident)).filter(|name| name.len() <= 32).unwrap_or_default(),
        None => "STUDIO".into(),
    }
}
