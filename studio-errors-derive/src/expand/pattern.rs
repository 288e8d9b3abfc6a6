//! Patterns that match one variant.

use proc_macro2::{Delimiter, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Ident;
use syn::spanned::Spanned;

use super::tokens::Tokens;
use crate::model::{Accessor, Model, Variant};

/// The path of a variant.
pub(super) fn path(model: &Model, variant: &Variant) -> Tokens {
    let mut path = Tokens::at(Span::call_site());
    write_path(model, variant, &mut path);
    path
}

/// A pattern for any value of a variant.
pub(super) fn any(model: &Model, variant: &Variant) -> Tokens {
    let mut any = Tokens::at(Span::call_site());
    write(model, variant, "..", &mut any);
    any
}

/// Writes the path of a variant with `fields` in place of its fields: `..` in a pattern for any value, nothing in a value without fields.
pub(super) fn write(model: &Model, variant: &Variant, fields: &str, tokens: &mut Tokens) {
    write_path(model, variant, tokens);
    // rustc checks a path faster than a path with braces.
    if model.is_struct || !variant.is_path {
        let mut braces = Tokens::at(Span::call_site());
        braces.marks(fields);
        tokens.group(Delimiter::Brace, braces);
    }
}

fn write_path(model: &Model, variant: &Variant, tokens: &mut Tokens) {
    if model.is_struct {
        tokens.word("Self");
    } else {
        // Not `Self::..`, for which rustc searches all variants each time.
        tokens.token(model.ident.clone()).marks("::").token(variant.ident.clone());
    }
}

/// A pattern that binds a field of a variant to [`bound`].
pub(super) fn binding(model: &Model, variant: &Variant, field: &Accessor) -> TokenStream {
    binding_to(model, variant, field, &bound(field))
}

/// A pattern that binds a field of a variant to `name`.
pub(super) fn binding_to(model: &Model, variant: &Variant, field: &Accessor, name: &Ident) -> TokenStream {
    let path = path(model, variant);
    let member = &field.member;
    quote_spanned!(field.member.span()=> #path { #member: #name, .. })
}

/// The variable to which a pattern binds a field. It has the span of the field.
pub(super) fn bound(field: &Accessor) -> Ident {
    Ident::new("__inner", field.member.span())
}

/// A pattern that binds the details of a variant to `__0`, `__1` and so on. Returns the names too. Each has the span of the type, where
/// rustc reports that it does not implement a trait.
pub(super) fn binding_details(model: &Model, variant: &Variant) -> (TokenStream, Vec<Ident>) {
    let path = path(model, variant);
    let fields = variant.details.iter().map(|detail| &detail.field).enumerate();
    let names: Vec<_> = fields.map(|(i, field)| Ident::new(&format!("__{i}"), field.shown.span())).collect();
    let members = variant.details.iter().map(|detail| &detail.field.member);
    (quote!(#path { #(#members: #names,)* .. }), names)
}

/// A `match` of `self`. A type without variants has no arms, and its reference is not empty.
pub(super) fn matched(model: &Model, arms: impl Iterator<Item = TokenStream>) -> TokenStream {
    if model.variants.is_empty() { quote!(match *self {}) } else { quote!(match self { #(#arms,)* }) }
}
