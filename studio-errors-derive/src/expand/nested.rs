//! The types that transparent variants forward to.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{GenericArgument, Ident, PathArguments, Type};

use crate::model::{Accessor, Kind, Model};

pub(super) fn transparents(model: &Model) -> impl Iterator<Item = &Accessor> {
    model.variants.iter().filter_map(|variant| match &variant.kind {
        Kind::Transparent(inner) => Some(inner),
        Kind::Coded { .. } => None,
    })
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

/// Whether `ty` is the type itself, behind pointers.
pub(super) fn is_self(ty: &Type, ident: &Ident) -> bool {
    match ty {
        Type::Reference(reference) => is_self(&reference.elem, ident),
        Type::Paren(paren) => is_self(&paren.elem, ident),
        Type::Group(group) => is_self(&group.elem, ident),
        Type::Path(path) if path.qself.is_none() => {
            let Some(last) = path.path.segments.last() else { return false };
            let pointee = match &last.arguments {
                PathArguments::AngleBracketed(inner) if POINTERS.iter().any(|pointer| last.ident == pointer) => {
                    inner.args.first()
                }
                _ => None,
            };
            match pointee {
                Some(GenericArgument::Type(pointee)) => is_self(pointee, ident),
                _ => path.path.segments.len() == 1 && (last.ident == *ident || last.ident == "Self"),
            }
        }
        _ => false,
    }
}

const POINTERS: [&str; 3] = ["Box", "Rc", "Arc"];
