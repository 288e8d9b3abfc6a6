//! The definition of a generated type, which is a kind or a received type, and its `Debug`.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Member, Visibility, WherePredicate};

use super::conflicts::source;
use super::impl_block::implement;
use super::pattern::{any, binding, binding_details, bound, matched};
use crate::markdown;
use crate::model::{Accessor, Kind, Model, Variant};

/// The enum, or the struct. `nested` is the documentation of a transparent variant, whose type it gets.
pub(super) fn definition(model: &Model, documentation: &str, nested: impl Fn(&str) -> String) -> TokenStream {
    let Model { vis, ident, generics, non_exhaustive, .. } = model;
    let bounds = &generics.where_clause;
    // rustc points to the key if the name is already used.
    let at = Span::call_site().located_at(ident.span());
    let visibility = vis.to_token_stream().into_iter().map(|mut token| {
        token.set_span(at);
        token
    });
    let visibility: TokenStream = visibility.collect();
    let head = quote! {
        #[doc = #documentation]
        #[allow(dead_code, deprecated, non_camel_case_types, private_bounds, private_interfaces, unused_qualifications)]
        #non_exhaustive
    };
    if let (true, [variant]) = (model.is_struct, &*model.variants) {
        return match fields(variant, Some(vis)) {
            (fields, true) => quote_spanned!(at=> #head #visibility struct #ident #generics #bounds #fields),
            (fields, false) => quote_spanned!(at=> #head #visibility struct #ident #generics #fields #bounds;),
        };
    }
    let variants = model.variants.iter().map(|variant| {
        let Variant { ident, deprecated, .. } = variant;
        // The doc comment of the variant would not fit: its links may begin with `Self`, and its examples would run twice.
        let doc = match &variant.kind {
            Kind::Coded { row, .. } => markdown::constant(&model.rows[*row]),
            Kind::Transparent(inner) => nested(&source(&inner.shown)),
        };
        let (fields, _) = fields(variant, None);
        quote!(#[doc = #doc] #deprecated #ident #fields)
    });
    quote_spanned!(at=> #head #visibility enum #ident #generics #bounds { #(#variants,)* })
}

/// The fields of a variant, and whether they have names.
fn fields(variant: &Variant, vis: Option<&Visibility>) -> (TokenStream, bool) {
    if let Kind::Transparent(Accessor { ty, .. }) = &variant.kind {
        return (quote!((#vis #ty)), false);
    }
    let fields = variant.details.iter().map(|detail| {
        let doc = if detail.is_whole { "The details.".to_owned() } else { format!("The detail `{}`.", detail.name) };
        let ty = &detail.field.ty;
        match &detail.field.member {
            Member::Named(name) => quote!(#[doc = #doc] #vis #name: #ty),
            Member::Unnamed(_) => quote!(#[doc = #doc] #vis #ty),
        }
    });
    let fields = quote!(#(#fields,)*);
    match variant.details.first().map(|detail| &detail.field.member) {
        None => (TokenStream::new(), false),
        Some(Member::Named(_)) => (quote!({ #fields }), true),
        Some(Member::Unnamed(_)) => (quote!((#fields)), false),
    }
}

/// Implements `Debug`, because the derive of `core` would add bounds to type parameters. rustc points to the type of a field that has none.
pub(super) fn debug(model: &Model, bounds: Vec<WherePredicate>) -> TokenStream {
    let f = quote!(__f);
    let arms = model.variants.iter().map(|variant| {
        let name = if model.is_struct { &model.ident } else { &variant.ident }.unraw().to_string();
        if let Kind::Transparent(inner) = &variant.kind {
            let (span, pattern, value) = (inner.member.span(), binding(model, variant, inner), bound(inner));
            return quote_spanned!(span=> #pattern => #f.debug_tuple(#name).field(#value).finish());
        }
        let Some(first) = variant.details.first() else {
            let any = any(model, variant);
            return quote!(#any => __f.write_str(#name));
        };
        let (pattern, values) = binding_details(model, variant);
        let fields = variant.details.iter().zip(values).map(|(detail, value)| {
            let span = value.span();
            match &detail.field.member {
                Member::Named(name) => {
                    let name = name.unraw().to_string();
                    quote_spanned!(span=> .field(#name, #value))
                }
                Member::Unnamed(_) => quote_spanned!(span=> .field(#value)),
            }
        });
        let builder = match first.field.member {
            Member::Named(_) => quote!(debug_struct),
            Member::Unnamed(_) => quote!(debug_tuple),
        };
        quote!(#pattern => __f.#builder(#name)#(#fields)*.finish())
    });
    let found = matched(model, arms);
    let body = quote!(fn fmt(&self, __f: &mut __studio::Formatter<'_>) -> __studio::FmtResult { #found });
    implement(model, &quote!(Debug), bounds, &body)
}
