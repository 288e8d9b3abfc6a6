//! The parameters of a type and the tokens that mention them, for the types that are generated from it.

use std::collections::HashSet;

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident};
use syn::punctuated::Punctuated;
use syn::{ConstParam, GenericParam, Generics, LifetimeParam, Token, TypeParam, WherePredicate};

/// Replaces `lifetimes` by `'static`, because they have no names outside of the impls of their type. Codes do not depend on them.
pub(crate) fn with_static(tokens: TokenStream, lifetimes: &[&Ident]) -> TokenStream {
    let mut after_quote = false;
    replaced(tokens, &mut |token| {
        let is_lifetime =
            std::mem::replace(&mut after_quote, matches!(&token, TokenTree::Punct(p) if p.as_char() == '\''));
        match token {
            TokenTree::Ident(ident) if is_lifetime && lifetimes.contains(&&ident) => format_ident!("static").into(),
            other => other,
        }
    })
}

/// The tokens, located at `span`. Each token resolves as before.
pub(crate) fn located(tokens: TokenStream, span: Span) -> TokenStream {
    replaced(tokens, &mut |mut token| {
        token.set_span(span.resolved_at(token.span()));
        token
    })
}

/// Replaces each token, also those in groups.
fn replaced(tokens: TokenStream, by: &mut impl FnMut(TokenTree) -> TokenTree) -> TokenStream {
    let replaced = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), replaced(group.stream(), by));
            inner.set_span(group.span());
            by(inner.into())
        }
        token => by(token),
    });
    replaced.collect()
}

/// The parameters with these names, and the bounds that mention no others.
pub(super) fn retained(generics: &Generics, names: &HashSet<String>) -> Generics {
    let mut dropped: HashSet<_> = generics.params.iter().map(name).filter(|name| !names.contains(name)).collect();
    dropped.insert("Self".to_owned());
    let params = generics.params.iter().filter(|parameter| !dropped.contains(&name(parameter))).cloned().collect();
    let mut kept = Generics { params, ..Generics::default() };
    for parameter in &mut kept.params {
        match parameter {
            GenericParam::Type(TypeParam { attrs, bounds, .. }) => {
                attrs.clear();
                keep(bounds, &dropped);
            }
            GenericParam::Const(ConstParam { attrs, .. }) => attrs.clear(),
            GenericParam::Lifetime(LifetimeParam { attrs, bounds, .. }) => {
                attrs.clear();
                keep(bounds, &dropped);
            }
        }
    }
    // Only defaults can still mention a dropped parameter. A parameter without a default may not follow one that has a default.
    if mentions(&kept.params, &dropped) {
        for parameter in &mut kept.params {
            match parameter {
                GenericParam::Type(parameter) => parameter.default = None,
                GenericParam::Const(parameter) => parameter.default = None,
                GenericParam::Lifetime(_) => {}
            }
        }
    }
    let predicates = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let predicates = predicates.filter_map(|predicate| about(predicate, names, &dropped));
    kept.make_where_clause().predicates.extend(predicates);
    kept
}

/// The predicate without the bounds that mention a dropped parameter, if it is about one of `names`.
fn about(predicate: &WherePredicate, names: &HashSet<String>, dropped: &HashSet<String>) -> Option<WherePredicate> {
    let mut predicate = predicate.clone();
    let subject = match &mut predicate {
        WherePredicate::Type(predicate) => {
            keep(&mut predicate.bounds, dropped);
            predicate.bounded_ty.to_token_stream()
        }
        WherePredicate::Lifetime(predicate) => {
            keep(&mut predicate.bounds, dropped);
            predicate.lifetime.to_token_stream()
        }
        _ => return None,
    };
    (!mentions(&subject, dropped) && mentions(subject, names)).then_some(predicate)
}

/// Keeps the bounds that mention none of `dropped`.
fn keep<T: ToTokens + Clone>(bounds: &mut Punctuated<T, Token![+]>, dropped: &HashSet<String>) {
    *bounds = bounds.iter().filter(|bound| !mentions(bound, dropped)).cloned().collect();
}

/// The name of a parameter, as its tokens are named by [`collect`].
pub(super) fn name(parameter: &GenericParam) -> String {
    match parameter {
        GenericParam::Type(parameter) => parameter.ident.to_string(),
        GenericParam::Const(parameter) => parameter.ident.to_string(),
        GenericParam::Lifetime(parameter) => parameter.lifetime.to_string(),
    }
}

/// Whether one of `names` is among the tokens.
pub(super) fn mentions(tokens: impl ToTokens, names: &HashSet<String>) -> bool {
    let mut mentioned = HashSet::new();
    collect(tokens.to_token_stream(), &mut mentioned);
    !mentioned.is_disjoint(names)
}

/// Adds the identifiers and lifetimes among the tokens.
pub(super) fn collect(tokens: TokenStream, names: &mut HashSet<String>) {
    let mut quote = "";
    for token in tokens {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '\'' => {
                quote = "'";
                continue;
            }
            TokenTree::Ident(ident) => drop(names.insert(format!("{quote}{ident}"))),
            TokenTree::Group(group) => collect(group.stream(), names),
            _ => {}
        }
        quote = "";
    }
}
