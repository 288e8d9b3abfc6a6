//! The impl of `CodeSet`: the codes of the type and of its nested types.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::conflicts;
use super::impl_block::implement;
use super::nested::{of_set, others};
use crate::model::{Coded, Model};

/// The list of the codes of the type, and before it the items that the list needs.
pub(super) fn codes(model: &Model) -> (TokenStream, TokenStream) {
    let parts = conflicts::parts_of(model);
    let span = span(model);
    if conflicts::is_generic(model) {
        let check = conflicts::in_place(&parts);
        let nested = conflicts::nested_parts(model).into_iter().map(|part| part.codes);
        let own = if model.has_own() { quote!(__TABLE.codes()) } else { quote!(__studio::NOTHING) };
        // rustc can only make the array static if it contains no call.
        let list = quote_spanned!(span=> { #check #own.and(&[#(#nested),*]) });
        return (TokenStream::new(), list);
    }
    conflicts::merged(&parts, model.has_own(), model.attr.tonic.span().is_some(), span)
}

/// Implements `CodeSet`. `list` is the list of the codes.
pub(super) fn expand(model: &Model, list: &TokenStream) -> TokenStream {
    // Only the codes of a generic type are compared in this constant.
    let allowed = conflicts::is_generic(model).then(|| quote!(#[allow(long_running_const_eval)]));
    let mut constants = quote_spanned!(span(model)=> #allowed const CODES: __studio::CodeList = #list;);
    constants.extend(explanations(model));
    implement(model, &quote!(CodeSet), conflicts::bounds(model, "CodeSet"), &constants)
}

/// The explanations of the type, of its nested types, and of the codes of the catalog that it reports.
fn explanations(model: &Model) -> Option<TokenStream> {
    let mut nested: Vec<_> = others(model).map(|inner| of_set(&inner.ty, inner.is_generic, "explanations")).collect();
    if !model.rows.is_empty() && !model.publishes() {
        let catalog = model.catalog_alias();
        nested.push(quote_spanned!(catalog.span()=> <#catalog as __studio::Catalog>::explanations));
    }
    let own = model.rows.iter().any(Coded::is_explained).then(|| quote!(__studio::Explanations::of(__EXPLANATIONS)));
    let list = match (own, &nested[..]) {
        (None, []) => return None,
        (Some(own), []) => own,
        (own, nested) => {
            let own = own.unwrap_or_else(|| quote!(__studio::Explanations::EMPTY));
            quote!(#own.and(&[#(#nested),*]))
        }
    };
    Some(quote!(const EXPLANATIONS: __studio::Explanations = #list;))
}

/// rustc reports a cycle of types at the constant: it has the span of the first field that nests a type.
fn span(model: &Model) -> Span {
    others(model).next().map_or_else(Span::call_site, |inner| inner.ty.span())
}
