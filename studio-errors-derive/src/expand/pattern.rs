//! Patterns that match one variant.

use proc_macro2::{Delimiter, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Member};

use super::tokens::Tokens;
use crate::model::{Accessor, Model, Variant};

/// The path of a variant.
pub(super) fn path<'a>(model: &'a Model, variant: &'a Variant) -> Path<'a> {
    Path { model, variant, fields: None }
}

/// A pattern for any value of a variant.
pub(super) fn any<'a>(model: &'a Model, variant: &'a Variant) -> Path<'a> {
    Path { model, variant, fields: Some("..") }
}

/// The value of a variant that has no fields.
pub(super) fn value<'a>(model: &'a Model, variant: &'a Variant) -> Path<'a> {
    Path { model, variant, fields: Some("") }
}

/// The path of a variant, with or without braces.
pub(super) struct Path<'a> {
    model: &'a Model,
    variant: &'a Variant,
    /// The marks in the braces.
    fields: Option<&'static str>,
}

impl Path<'_> {
    pub(super) fn write(&self, tokens: &mut Tokens) {
        if self.model.is_struct {
            tokens.word("Self");
        } else {
            // Not `Self::..`, for which rustc searches all variants each time.
            tokens.token(self.model.ident.clone()).marks("::").token(self.variant.ident.clone());
            // rustc checks a path faster than a path with braces.
            if self.variant.is_path {
                return;
            }
        }
        if let Some(marks) = self.fields {
            let mut fields = Tokens::at(Span::call_site());
            fields.marks(marks);
            tokens.group(Delimiter::Brace, fields);
        }
    }
}

impl ToTokens for Path<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let mut path = Tokens::at(Span::call_site());
        self.write(&mut path);
        tokens.extend(path);
    }
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

/// A pattern that binds the details of a variant to `__0`, `__1` and so on. Returns the names too. Each has the span of the type, where
/// rustc reports that it does not implement a trait.
pub(super) fn binding_details(model: &Model, variant: &Variant) -> (TokenStream, Vec<Ident>) {
    let path = path(model, variant);
    let fields = variant.details.iter().map(|detail| &detail.field).enumerate();
    let names: Vec<_> = fields.map(|(i, field)| Ident::new(&format!("__{i}"), field.shown.span())).collect();
    let members = variant.details.iter().map(|detail| tokens_of(&detail.field.member));
    (quote!(#path { #(#members: #names,)* .. }), names)
}

/// A `match` of `self`. A type without variants has no arms, and its reference is not empty.
pub(super) fn matched(model: &Model, arms: impl Iterator<Item = TokenStream>) -> TokenStream {
    if model.variants.is_empty() { quote!(match *self {}) } else { quote!(match self { #(#arms,)* }) }
}

fn tokens_of(member: &Member) -> TokenStream {
    match member {
        Member::Named(name) => name.to_token_stream(),
        Member::Unnamed(index) => index.to_token_stream(),
    }
}
