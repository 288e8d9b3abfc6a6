//! The types that transparent variants forward to.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Ident, Type};

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

/// The path of a method of the type that a transparent variant forwards to.
pub(super) fn nested(inner: &Accessor, method: &str) -> TokenStream {
    item(&inner.ty, &quote!(StudioErrorCode), method)
}

/// The codes of a nested type. Pointers are removed, so that rustc reports a cycle of types only at the fields.
pub(super) fn codes(ty: &Type, is_generic: bool) -> TokenStream {
    let pointee = pointee(ty);
    // A bound on a generic type is for the whole type. `dyn A + B` needs its parentheses.
    let ty = if is_generic || matches!(pointee, Type::TraitObject(_)) { ty } else { pointee };
    item(ty, &quote!(CodeSet), "CODES")
}

/// `<ty as of>::name`, with the spans of the first and the last token of the type, where rustc reports a missing impl.
pub(super) fn item(ty: &Type, of: &TokenStream, name: &str) -> TokenStream {
    let tokens = ty.to_token_stream();
    let first = tokens.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
    let last = tokens.into_iter().last().map_or_else(Span::call_site, |token| token.span());
    let name = Ident::new(name, last);
    let open = quote_spanned!(first=> <);
    let close = quote_spanned!(last=> >::#name);
    quote!(#open #ty as __studio::#of #close)
}
