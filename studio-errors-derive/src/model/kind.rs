//! The model of a kind: the codes of a type without their fields, in the same table.

use std::collections::HashSet;

use proc_macro2::Span;
use quote::{ToTokens, quote_spanned};
use syn::spanned::Spanned;
use syn::{Generics, Ident, Index, Member, Type, WherePredicate, parse_quote};

use super::generics::{collect, located, retained, with_static};
use super::recursion::pointee;
use super::{Accessor, Kind, Model};
use crate::attr::Attr;
use crate::given::Given;

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
            attr: Attr {
                published: Given::Absent,
                axum: Given::Absent,
                actix: Given::Absent,
                tonic: Given::Absent,
                utoipa: Given::Absent,
                ..self.attr
            },
            ..self
        }
    }

    /// The fields of transparent variants that depend on a parameter.
    pub(super) fn generic(&self) -> impl Iterator<Item = &Accessor> {
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
