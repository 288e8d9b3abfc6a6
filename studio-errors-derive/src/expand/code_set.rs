//! The impl of `CodeSet`: the codes of the type and of its nested types.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::conflicts;
use super::impl_block::implement;
use super::nested::{codes, others};
use crate::model::Model;

pub(super) fn expand(model: &Model) -> TokenStream {
    let nested: Vec<_> = others(model).map(|inner| codes(&inner.ty, inner.is_generic)).collect();
    // rustc reports a cycle of types at this constant: it has the span of the first field that nests a type.
    let span = others(model).next().map_or_else(Span::call_site, |inner| inner.ty.span());
    let list = match (model.has_own(), nested.is_empty()) {
        (true, true) => quote!(__TABLE.codes()),
        (true, false) => quote_spanned!(span=> __TABLE.codes().and(&[#(#nested),*])),
        (false, _) => quote_spanned!(span=> __studio::nested_codes(&[#(#nested),*])),
    };
    let list = if conflicts::is_generic(model) {
        let check = conflicts::in_place(&conflicts::parts_of(model));
        quote!({ #check #list })
    } else {
        list
    };
    implement(
        model,
        &quote!(__studio::CodeSet),
        conflicts::bounds(model),
        &quote_spanned!(span=> const CODES: __studio::CodeList = #list;),
    )
}
