//! The model of a kind: the codes of a type without their fields, in the same table.

use std::collections::HashSet;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{GenericParam, Generics, Ident, Index, Member, Token, Type, TypeParamBound, WherePredicate, parse_quote};

use super::lifetimes::with_static;
use super::recursion::pointee;
use super::{Accessor, Kind, Model};

impl Model {
    /// The generics of the kind: the parameters in the types of transparent fields. Each of them has a kind.
    pub(crate) fn generics_of_kind(&self) -> Generics {
        let mut names = HashSet::new();
        self.generic().for_each(|inner| collect(held(inner).to_token_stream(), &mut names));
        let mut generics = retained(&self.generics, &names);
        generics.make_where_clause().predicates.extend(self.have_kinds());
        generics
    }

    /// The bounds of the kind: each transparent field that depends on a parameter has a kind.
    pub(crate) fn have_kinds(&self) -> Vec<WherePredicate> {
        let krate = &self.krate;
        self.generic().map(held).map(|ty| parse_quote!(#ty: #krate::__private::Kind)).collect()
    }

    /// Turns the model of a type into that of its kind.
    pub(crate) fn into_kind(self, ident: Ident, generics: Generics) -> Self {
        let lifetimes: Vec<_> = self.generics.lifetimes().map(|parameter| &parameter.lifetime.ident).collect();
        let mut variants = self.variants;
        // A variant that nests the type itself has the kind of the value inside.
        variants.retain(|variant| !matches!(&variant.kind, Kind::Transparent(inner) if inner.is_self));
        for variant in &mut variants {
            variant.is_unit = true;
            variant.is_path = matches!(variant.kind, Kind::Coded { .. });
            variant.retry_after = None;
            variant.details.clear();
            match &mut variant.kind {
                Kind::Coded { display, .. } => *display = None,
                Kind::Transparent(inner) => {
                    let span = last(&inner.ty);
                    let krate = self.krate.to_token_stream();
                    let ty = if inner.is_generic {
                        held(inner).to_token_stream()
                    } else {
                        with_static(held(inner).to_token_stream(), &lifetimes)
                    };
                    let (ty, krate) = (located(ty, span), located(krate, span));
                    inner.ty = Type::Verbatim(quote_spanned!(span=> <#ty as #krate::__private::Kind>::Kind));
                    inner.member = Index { index: 0, span }.into();
                }
            }
        }
        Self {
            ident,
            generics,
            variants,
            from_code: true,
            kind: None,
            received: None,
            publishes: false,
            published_span: None,
            axum: None,
            actix: None,
            tonic: None,
            utoipa: None,
            ..self
        }
    }

    /// The fields of transparent variants that depend on a parameter.
    fn generic(&self) -> impl Iterator<Item = &Accessor> {
        self.variants.iter().filter_map(|variant| match &variant.kind {
            Kind::Transparent(inner) if inner.is_generic && !inner.is_self => Some(inner),
            _ => None,
        })
    }
}

impl Accessor {
    /// The same, with all spans at the name of the type, so that rustc reports only once that the type has no kind.
    pub(crate) fn at_name(&self) -> Self {
        let span = last(&self.shown);
        let member = match &self.member {
            Member::Named(name) => {
                let mut name = name.clone();
                name.set_span(span.resolved_at(name.span()));
                name.into()
            }
            Member::Unnamed(index) => Index { index: index.index, span }.into(),
        };
        Self { member, ty: Type::Verbatim(located(self.ty.to_token_stream(), span)), ..self.clone() }
    }
}

/// The type whose kind a variant contains. A pointer to an error has the kind of the error.
pub(super) fn held(inner: &Accessor) -> &Type {
    match pointee(&inner.ty) {
        Type::TraitObject(_) => &inner.ty,
        ty => ty,
    }
}

/// The span of the name of a type, where rustc reports that it has no kind.
fn last(ty: &Type) -> Span {
    match pointee(ty) {
        Type::Path(path) => path.path.segments.last().map_or_else(|| ty.span(), |last| last.ident.span()),
        ty => ty.span(),
    }
}

/// The tokens, located at `span`. Each token resolves as before.
pub(crate) fn located(tokens: TokenStream, span: Span) -> TokenStream {
    let located = tokens.into_iter().map(|token| {
        let span = span.resolved_at(token.span());
        let mut token = match token {
            TokenTree::Group(group) => proc_macro2::Group::new(group.delimiter(), located(group.stream(), span)).into(),
            token => token,
        };
        token.set_span(span);
        token
    });
    located.collect()
}

/// The parameters with these names, and the bounds that mention no others.
pub(super) fn retained(generics: &Generics, names: &HashSet<String>) -> Generics {
    let (kept, dropped): (Vec<_>, Vec<_>) =
        generics.params.iter().partition(|parameter| names.contains(&name(parameter)));
    let mut dropped: HashSet<_> = dropped.into_iter().map(name).collect();
    dropped.insert("Self".to_owned());
    let mut params: Vec<_> = kept.into_iter().cloned().collect();
    let mut defaults = HashSet::new();
    for parameter in &mut params {
        match parameter {
            GenericParam::Type(parameter) => {
                parameter.attrs.clear();
                parameter.bounds = bounds(&parameter.bounds, &dropped);
                collect(parameter.default.as_ref().map(|(_, default)| default).to_token_stream(), &mut defaults);
            }
            GenericParam::Const(parameter) => {
                parameter.attrs.clear();
                collect(parameter.default.as_ref().map(|(_, default)| default).to_token_stream(), &mut defaults);
            }
            GenericParam::Lifetime(parameter) => {
                parameter.attrs.clear();
                let bounds = parameter.bounds.iter().filter(|bound| !dropped.contains(&bound.to_string()));
                parameter.bounds = bounds.cloned().collect();
            }
        }
    }
    if !defaults.is_disjoint(&dropped) {
        for parameter in &mut params {
            match parameter {
                GenericParam::Type(parameter) => parameter.default = None,
                GenericParam::Const(parameter) => parameter.default = None,
                GenericParam::Lifetime(_) => {}
            }
        }
    }
    let mut kept = Generics { params: params.into_iter().collect(), ..Generics::default() };
    let predicates = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let predicates = predicates.filter_map(|predicate| about(predicate, names, &dropped));
    kept.make_where_clause().predicates.extend(predicates);
    kept
}

/// The predicate without the bounds that mention a dropped parameter, if it is about one of `names`.
fn about(predicate: &WherePredicate, names: &HashSet<String>, dropped: &HashSet<String>) -> Option<WherePredicate> {
    let mut mentioned = HashSet::new();
    let mut predicate = predicate.clone();
    match &mut predicate {
        WherePredicate::Type(predicate) => {
            collect(predicate.bounded_ty.to_token_stream(), &mut mentioned);
            predicate.bounds = bounds(&predicate.bounds, dropped);
        }
        WherePredicate::Lifetime(predicate) => {
            collect(predicate.lifetime.to_token_stream(), &mut mentioned);
            let bounds = predicate.bounds.iter().filter(|bound| !dropped.contains(&bound.to_string()));
            predicate.bounds = bounds.cloned().collect();
        }
        _ => return None,
    }
    (mentioned.is_disjoint(dropped) && !mentioned.is_disjoint(names)).then_some(predicate)
}

fn bounds(
    bounds: &Punctuated<TypeParamBound, Token![+]>,
    dropped: &HashSet<String>,
) -> Punctuated<TypeParamBound, Token![+]> {
    let sound = |bound: &&TypeParamBound| {
        let mut names = HashSet::new();
        collect(bound.to_token_stream(), &mut names);
        names.is_disjoint(dropped)
    };
    bounds.iter().filter(sound).cloned().collect()
}

fn name(parameter: &GenericParam) -> String {
    match parameter {
        GenericParam::Type(parameter) => parameter.ident.to_string(),
        GenericParam::Const(parameter) => parameter.ident.to_string(),
        GenericParam::Lifetime(parameter) => parameter.lifetime.to_string(),
    }
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
