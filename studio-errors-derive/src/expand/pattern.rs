//! Patterns that match one variant.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Member};

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

/// A pattern that binds a field of a variant to [`bound`].
pub(super) fn binding(model: &Model, variant: &Variant, field: &Accessor) -> TokenStream {
    binding_to(model, variant, field, &bound(field))
}

/// A pattern that binds a field of a variant to `name`.
pub(super) fn binding_to(model: &Model, variant: &Variant, field: &Accessor, name: &Ident) -> TokenStream {
    let path = path(model, variant);
    let member = tokens_of(&field.member);
    quote_spanned!(field.member.span()=> #path { #member: #name, .. })
}

/// The variable to which a pattern binds a field. It has the span of the field.
pub(super) fn bound(field: &Accessor) -> Ident {
    Ident::new("__inner", field.member.span())
}

/// A pattern that binds the details of a variant to `__0`, `__1` and so on. Returns the names too.
pub(super) fn binding_details(model: &Model, variant: &Variant) -> (TokenStream, Vec<Ident>) {
    let path = path(model, variant);
    let names: Vec<_> = (0..variant.details.len()).map(|i| format_ident!("__{i}")).collect();
    let members = variant.details.iter().map(|detail| tokens_of(&detail.field.member));
    (quote!(#path { #(#members: #names,)* .. }), names)
}

fn tokens_of(member: &Member) -> TokenStream {
    match member {
        Member::Named(name) => name.to_token_stream(),
        Member::Unnamed(index) => index.to_token_stream(),
    }
}
