//! The types that transparent variants forward to.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Type};

use super::pattern::bound;
use crate::model::{Accessor, Kind, Model, pointee};

pub(super) fn transparents(model: &Model) -> impl Iterator<Item = &Accessor> {
    model.variants.iter().filter_map(|variant| match &variant.kind {
        Kind::Transparent(inner) => Some(inner),
        Kind::Coded { .. } => None,
    })
}

/// The transparent variants that nest another type. A type that nests itself adds no codes.
pub(super) fn others(model: &Model) -> impl Iterator<Item = &Accessor> {
    transparents(model).filter(|inner| !inner.is_self)
}

/// A call of a method of a field that a pattern has bound.
pub(super) fn call(field: &Accessor, of: &str, method: &str) -> TokenStream {
    let (method, value) = (item(&field.ty, of, method), bound(field));
    quote_spanned!(value.span()=> #method(#value))
}

/// A constant or a function of the code set of a nested type. Pointers are removed, so that rustc reports a cycle of types only at the
/// fields.
pub(crate) fn of_set(ty: &Type, is_generic: bool, name: &str) -> TokenStream {
    let pointee = pointee(ty);
    // A bound on a generic type is for the whole type. `dyn A + B` needs its parentheses.
    let ty = if is_generic || matches!(pointee, Type::TraitObject(_)) { ty } else { pointee };
    item(ty, "CodeSet", name)
}

/// `<ty as of>::name`, with the spans of the first and the last token of the type, where rustc reports a missing impl.
pub(super) fn item(ty: &Type, of: &str, name: &str) -> TokenStream {
    let tokens = ty.to_token_stream();
    let first = tokens.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
    let last = tokens.into_iter().last().map_or_else(Span::call_site, |token| token.span());
    let (of, name) = (format_ident!("{of}"), Ident::new(name, last));
    let open = quote_spanned!(first=> <);
    let close = quote_spanned!(last=> >::#name);
    quote!(#open #ty as __studio::#of #close)
}

/// The span of a type whose values are returned. If a field has no size, since its type has no kind, rustc reports it there too.
pub(super) fn span_of_values(model: &Model) -> Span {
    let mut others = others(model);
    match (others.next(), others.next()) {
        (Some(inner), None) => inner.at_name().member.span(),
        _ => model.ident.span(),
    }
}
