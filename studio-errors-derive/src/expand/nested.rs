//! The types that transparent variants forward to.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Ident, Type};

use crate::model::{Accessor, Kind, Model};

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
