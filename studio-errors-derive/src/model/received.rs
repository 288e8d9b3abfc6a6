//! The types in a received type: those of the details, which own their values, and those of nested types.

use std::collections::HashSet;

use quote::{ToTokens, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericArgument, Generics, PathArguments, Type, WherePredicate, parse_quote};

use super::generics::{collect, retained, with_static};
use super::kind::held;
use super::{Accessor, Detail, Model};

impl Model {
    /// The type of a detail in the received type.
    pub(crate) fn received_detail(&self, detail: &Detail) -> Type {
        self.outside(&self.owned(&detail.field.ty))
    }

    /// The received type of a nested type.
    pub(crate) fn received_nested(&self, inner: &Accessor) -> Type {
        let (krate, ty) = (&self.krate, self.outside(held(inner)));
        Type::Verbatim(quote_spanned!(ty.span()=> <#ty as #krate::__private::ReceivedAs>::Received))
    }

    /// The generics of the received type: the parameters in its types.
    pub(crate) fn generics_of_received(&self) -> Generics {
        let mut names = HashSet::new();
        let details = self.variants.iter().flat_map(|variant| &variant.details);
        details.for_each(|detail| collect(self.received_detail(detail).to_token_stream(), &mut names));
        let nested: Vec<_> = self.generic().map(held).collect();
        for ty in &nested {
            collect(ty.to_token_stream(), &mut names);
        }
        let mut generics = retained(&self.generics, &names);
        let krate = &self.krate;
        let bounds = nested.iter().map(|ty| -> WherePredicate { parse_quote!(#ty: #krate::__private::ReceivedAs) });
        generics.make_where_clause().predicates.extend(bounds);
        generics
    }

    /// A type outside of the impls of this one, where its lifetimes have no names.
    fn outside(&self, ty: &Type) -> Type {
        let lifetimes: Vec<_> = self.generics.lifetimes().map(|parameter| &parameter.lifetime.ident).collect();
        if lifetimes.is_empty() { ty.clone() } else { Type::Verbatim(with_static(ty.to_token_stream(), &lifetimes)) }
    }

    /// The type with owned values in place of references and `Cow`.
    fn owned(&self, ty: &Type) -> Type {
        let mut ty = ty.clone();
        match &mut ty {
            Type::Reference(reference) => return self.owned_value(&reference.elem),
            Type::Paren(inner) => *inner.elem = self.owned(&inner.elem),
            Type::Group(inner) => *inner.elem = self.owned(&inner.elem),
            Type::Array(array) => *array.elem = self.owned(&array.elem),
            Type::Slice(slice) => *slice.elem = self.owned(&slice.elem),
            Type::Tuple(tuple) => tuple.elems.iter_mut().for_each(|elem| *elem = self.owned(elem)),
            Type::Path(path) => {
                let Some(last) = path.path.segments.last_mut() else { return ty };
                let PathArguments::AngleBracketed(arguments) = &mut last.arguments else { return ty };
                let is_cow = last.ident == "Cow";
                for argument in &mut arguments.args {
                    if let GenericArgument::Type(inner) = argument {
                        if is_cow {
                            return self.owned_value(inner);
                        }
                        *inner = self.owned(inner);
                    }
                }
            }
            _ => {}
        }
        ty
    }

    /// `String` for `str`, and otherwise what `ToOwned` states.
    fn owned_value(&self, ty: &Type) -> Type {
        let (krate, span) = (&self.krate, ty.span());
        if matches!(ty, Type::Path(path) if path.path.is_ident("str")) {
            return Type::Verbatim(quote_spanned!(span=> #krate::__private::String));
        }
        Type::Verbatim(quote_spanned!(span=> <#ty as #krate::__private::ToOwned>::Owned))
    }
}
