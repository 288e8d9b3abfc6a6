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

/// The transparent variants that nest another type: a type that nests itself adds no code to its own.
pub(super) fn others(model: &Model) -> impl Iterator<Item = &Accessor> {
    transparents(model).filter(|inner| !inner.is_self)
}

/// A method of the type that a transparent variant forwards to.
pub(super) fn nested(inner: &Accessor, method: &str) -> TokenStream {
    item(&inner.ty, &quote!(StudioErrorCode), method)
}

/// The codes of a nested type. A pointer adds none: without it, a cycle of types leads rustc to the fields only.
pub(super) fn codes(ty: &Type, is_generic: bool) -> TokenStream {
    let pointee = pointee(ty);
    // The bound of a generic type names the whole type, and `dyn A + B` needs parentheses.
    let ty = if is_generic || matches!(pointee, Type::TraitObject(_)) { ty } else { pointee };
    item(ty, &quote!(CodeSet), "CODES")
}

/// `<ty as of>::name` from the first token of the type to its last: that is where rustc says that it is not `of`.
pub(super) fn item(ty: &Type, of: &TokenStream, name: &str) -> TokenStream {
    let tokens = ty.to_token_stream();
    let first = tokens.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
    let last = tokens.into_iter().last().map_or_else(Span::call_site, |token| token.span());
    let name = Ident::new(name, last);
    let open = quote_spanned!(first=> <);
    let close = quote_spanned!(last=> >::#name);
    quote!(#open #ty as __studio::#of #close)
}
