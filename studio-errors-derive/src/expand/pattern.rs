//! Patterns that match one variant.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Member;

use crate::model::{Accessor, Model, Variant};

pub(super) fn path(model: &Model, variant: &Variant) -> TokenStream {
    // Not `Self::..`, for which rustc searches all variants each time.
    let (ident, variant) = (&model.ident, &variant.ident);
    if model.is_struct { quote!(Self) } else { quote!(#ident::#variant) }
}

/// A pattern for any value of a variant.
pub(super) fn any(model: &Model, variant: &Variant) -> TokenStream {
    let path = path(model, variant);
    quote!(#path { .. })
}

/// A pattern that binds a field of a variant to `__inner`.
pub(super) fn binding(model: &Model, variant: &Variant, field: &Accessor) -> TokenStream {
    let path = path(model, variant);
    let member = match &field.member {
        Member::Named(name) => name.to_token_stream(),
        Member::Unnamed(index) => index.to_token_stream(),
    };
    quote!(#path { #member: __inner, .. })
}
