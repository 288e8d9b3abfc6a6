//! The traits of frameworks. Each is implemented by a macro of `studio_errors`, which depends on the enabled features.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::parse_quote_spanned;

use crate::model::Model;

pub(super) fn expand(model: &Model) -> TokenStream {
    let axum = model.axum.map(|span| response(model, span, &quote_spanned!(span=> axum_response)));
    let actix = model.actix.map(|span| response(model, span, &quote_spanned!(span=> actix_response)));
    let utoipa = model.utoipa.map(|span| documented(model, span));
    quote!(#axum #actix #utoipa)
}

/// Implements the response trait of axum or of actix-web.
fn response(model: &Model, span: Span, framework: &TokenStream) -> TokenStream {
    let ident = &model.ident;
    let mut bounded = model.generics.clone();
    let predicates = &mut bounded.make_where_clause().predicates;
    predicates.push(parse_quote_spanned!(span=> Self: __studio::Error));
    if model.generics.type_params().next().is_some() {
        predicates.push(parse_quote_spanned!(span=> Self: __studio::StudioErrorCode));
    }
    let (generics, arguments, bounds) = bounded.split_for_impl();
    quote_spanned!(span=> __studio::#framework! { [#generics] [#ident #arguments] [#bounds] })
}

/// Implements the traits of utoipa.
fn documented(model: &Model, span: Span) -> TokenStream {
    let ident = &model.ident;
    let mut bounded = model.generics.clone();
    if model.generics.type_params().next().is_some() {
        bounded.make_where_clause().predicates.push(parse_quote_spanned!(span=> Self: __studio::CodeSet));
    }
    let (generics, arguments, bounds) = bounded.split_for_impl();
    quote_spanned!(span=> __studio::utoipa_responses! { [#generics] [#ident #arguments] [#bounds] })
}
