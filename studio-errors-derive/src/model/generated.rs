//! The models of the types that are generated from a type: its kind, and its received type.

use std::collections::HashSet;

use proc_macro2::Span;
use quote::{ToTokens, format_ident, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Index, Member, Type, WherePredicate, parse_quote};

use super::generics::{collect, located, retained, with_static};
use super::type_argument::pointee;
use super::{Accessor, Kind, Model, owned};
use crate::given::Given;

/// The trait of the types from which a type is generated, and its associated type.
pub(crate) type Generates = [&'static str; 2];
pub(crate) const KIND: Generates = ["Kind", "Kind"];
pub(crate) const RECEIVED: Generates = ["ReceivedAs", "Received"];

impl Model {
    /// The kind: the codes of the type without their fields, in the same table.
    pub(crate) fn to_kind(&self, name: &Ident) -> Self {
        let mut kind = self.clone();
        for variant in &mut kind.variants {
            variant.retry_after = None;
            variant.details.clear();
            if let Kind::Coded { display, .. } = &mut variant.kind {
                *display = None;
            }
        }
        kind.attr.published = Given::Absent;
        kind.generated(name, KIND)
    }

    /// The received type: the same variants, whose fields are the details.
    pub(crate) fn to_received(&self, name: &Ident) -> Self {
        let mut received = self.clone();
        for variant in &mut received.variants {
            for (detail, place) in variant.details.iter_mut().zip(0..) {
                let field = &mut detail.field;
                field.ty = self.outside(&owned::of(&field.ty, &self.krate));
                if let Member::Unnamed(index) = &mut field.member {
                    index.index = place;
                }
            }
        }
        received.generated(name, RECEIVED)
    }

    /// The type with this name, whose fields are the details and, in transparent variants, the types generated from those of the fields.
    fn generated(mut self, name: &Ident, generates: Generates) -> Self {
        let mut names = HashSet::new();
        let details = self.details().map(|detail| &detail.field.ty);
        details.chain(self.generic().map(held)).for_each(|ty| collect(ty.to_token_stream(), &mut names));
        let mut generics = retained(&self.generics, &names);
        generics.make_where_clause().predicates.extend(self.have(generates));
        // A variant that nests the type itself has the generated value of the one inside.
        let mut variants = std::mem::take(&mut self.variants);
        variants.retain(|variant| !matches!(&variant.kind, Kind::Transparent(inner) if inner.is_self));
        for variant in &mut variants {
            variant.is_unit = variant.details.is_empty();
            variant.is_path = variant.is_unit && matches!(variant.kind, Kind::Coded { .. });
            if let Kind::Transparent(inner) = &mut variant.kind {
                let span = last(&inner.ty);
                let ty = if inner.is_generic { held(inner).clone() } else { self.outside(held(inner)) };
                let (ty, krate) = (located(ty.to_token_stream(), span), located(self.krate.to_token_stream(), span));
                let [of, associated] = generates.map(|name| Ident::new(name, span));
                inner.ty = Type::Verbatim(quote_spanned!(span=> <#ty as #krate::__private::#of>::#associated));
                inner.member = Index { index: 0, span }.into();
            }
        }
        Self { ident: name.clone(), generics, variants, ..self }
    }

    /// The bounds of a generated type: another one is generated from each transparent field that depends on a parameter.
    pub(crate) fn have(&self, [of, _]: Generates) -> Vec<WherePredicate> {
        let (krate, of) = (&self.krate, format_ident!("{of}"));
        self.generic().map(held).map(|ty| parse_quote!(#ty: #krate::__private::#of)).collect()
    }

    /// The fields of transparent variants that depend on a parameter.
    fn generic(&self) -> impl Iterator<Item = &Accessor> {
        self.variants.iter().filter_map(|variant| match &variant.kind {
            Kind::Transparent(inner) if inner.is_generic && !inner.is_self => Some(inner),
            _ => None,
        })
    }

    /// A type outside of the impls of this one, where its lifetimes have no names.
    fn outside(&self, ty: &Type) -> Type {
        let lifetimes: Vec<_> = self.generics.lifetimes().map(|parameter| &parameter.lifetime.ident).collect();
        if lifetimes.is_empty() { ty.clone() } else { Type::Verbatim(with_static(ty.to_token_stream(), &lifetimes)) }
    }
}

impl Accessor {
    /// The same, with all spans at the name of the type, so that rustc reports only once that nothing is generated from the type.
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

/// The type from which that of a generated field is generated. A pointer to an error has the kind of the error.
fn held(inner: &Accessor) -> &Type {
    match pointee(&inner.ty) {
        Type::TraitObject(_) => &inner.ty,
        ty => ty,
    }
}

/// The span of the name of a type, where rustc reports that nothing is generated from it.
fn last(ty: &Type) -> Span {
    match pointee(ty) {
        Type::Path(path) => path.path.segments.last().map_or_else(|| ty.span(), |last| last.ident.span()),
        ty => ty.span(),
    }
}
