//! The type alias of the catalog, which the generated code uses.

use proc_macro2::Span;
use syn::Ident;

use crate::model::Model;

/// Returns the alias with the span of the path in the source, so that rustc reports an error in the path once.
pub(super) fn alias(model: &Model) -> Ident {
    Ident::new("__Catalog", model.attr.catalog.span().unwrap_or_else(Span::call_site))
}
