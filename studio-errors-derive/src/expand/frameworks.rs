//! The traits of frameworks. Each is implemented by a macro of `studio_errors`, which depends on the enabled features.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Generics, parse_quote_spanned};

use super::conflicts;
use crate::model::Model;

pub(super) fn expand(model: &Model) -> TokenStream {
    let axum = model.attr.axum.span().map(|span| response(model, span, &quote_spanned!(span=> axum_response)));
    let aide = model.attr.axum.span().map(|span| documented(model, span, &quote_spanned!(span=> aide_output)));
    let actix = model.attr.actix.span().map(|span| response(model, span, &quote_spanned!(span=> actix_response)));
    let tonic = model.attr.tonic.span().map(|span| status(model, span));
    let utoipa = model.attr.utoipa.span().map(|span| documented(model, span, &quote_spanned!(span=> utoipa_responses)));
    quote!(#axum #aide #actix #tonic #utoipa)
}

/// Implements the response trait of axum or of actix-web.
fn response(model: &Model, span: Span, framework: &TokenStream) -> TokenStream {
    let (_, arguments, _) = model.generics.split_for_impl();
    let ident = &model.ident;
    let bounded = bounded(model, span, &quote_spanned!(span=> Self));
    let (generics, _, bounds) = bounded.split_for_impl();
    quote_spanned!(span=> __studio::#framework! { [#generics] [#ident #arguments] [#bounds] })
}

/// Implements the conversion into the status of tonic.
fn status(model: &Model, span: Span) -> TokenStream {
    let (_, arguments, _) = model.generics.split_for_impl();
    let mut ident = model.ident.clone();
    ident.set_span(span);
    let mut bounded = bounded(model, span, &quote!(#ident #arguments));
    bounded.make_where_clause().predicates.extend(conflicts::bounds(model, "CodeSet"));
    let (generics, _, bounds) = bounded.split_for_impl();
    let checks = conflicts::is_generic(model).then(|| {
        let checks = conflicts::reasons(model).map(|(_, check)| check);
        quote!(const { #(#checks;)* })
    });
    quote_spanned!(span=> __studio::tonic_status! { [#generics] [#ident #arguments] [#bounds] [#checks] })
}

/// The generics of the type, with the bounds of a conversion of the type `this`.
fn bounded(model: &Model, span: Span, this: &TokenStream) -> Generics {
    let mut bounded = model.generics.clone();
    let predicates = &mut bounded.make_where_clause().predicates;
    predicates.push(parse_quote_spanned!(span=> #this: __studio::Error));
    if conflicts::depends_on_parameters(model) {
        predicates.push(parse_quote_spanned!(span=> #this: __studio::StudioErrorCode));
    }
    bounded
}

/// Implements the traits of utoipa, or of aide, which documents the responses of axum.
fn documented(model: &Model, span: Span, framework: &TokenStream) -> TokenStream {
    let ident = &model.ident;
    let mut bounded = model.generics.clone();
    if conflicts::depends_on_parameters(model) {
        bounded.make_where_clause().predicates.push(parse_quote_spanned!(span=> Self: __studio::CodeSet));
    }
    let (generics, arguments, bounds) = bounded.split_for_impl();
    quote_spanned!(span=> __studio::#framework! { [#generics] [#ident #arguments] [#bounds] })
}
