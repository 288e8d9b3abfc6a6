//! The checks of the parts of a type, or of a set: they must have the same facts for each code, and names that gRPC accepts.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Type, WherePredicate, parse_quote};

use super::check_item::check_item;
use super::nested::{of_set, others};
use crate::model::{Accessor, Model, with_static};

/// A type with codes that is part of a set.
pub(crate) struct Part {
    /// The name of the type in messages.
    pub(crate) name: String,
    /// The `CodeList` of the type.
    pub(crate) codes: TokenStream,
    pub(crate) span: Span,
}

impl Part {
    pub(crate) fn of_type(ty: &Type) -> Self {
        Self { name: source(ty), codes: of_set(ty, false, "CODES"), span: ty.span() }
    }
}

/// Whether the codes of a nested type depend on a parameter.
pub(super) fn is_generic(model: &Model) -> bool {
    others(model).any(|inner| inner.is_generic)
}

/// Whether an impl for the type may need a bound that depends on a parameter.
pub(super) fn depends_on_parameters(model: &Model) -> bool {
    model.generics.type_params().next().is_some() || is_generic(model)
}

/// Whether the type can conflict with the type that a parameter stands for.
pub(super) fn may_conflict(model: &Model) -> bool {
    is_generic(model) && usize::from(model.has_own()) + others(model).count() > 1
}

/// Checks the codes of a generic type for conflicts once its parameters are known. Each method has the check, because it may be
/// the only one that is used. `ty` is the type.
pub(super) fn check_of_parameters(model: &Model, ty: &TokenStream) -> Option<TokenStream> {
    may_conflict(model).then(|| quote!(const { _ = <#ty as __studio::CodeSet>::CODES; }))
}

/// The bounds of an impl that uses the trait `of` of the nested types that depend on a parameter.
pub(super) fn bounds(model: &Model, of: &str) -> Vec<WherePredicate> {
    let (generic, of) = (others(model).filter(|inner| inner.is_generic), format_ident!("{of}"));
    generic.map(|Accessor { ty, .. }| parse_quote!(#ty: __studio::#of)).collect()
}

/// The parts of a type that are nested types.
pub(super) fn nested_parts(model: &Model) -> Vec<Part> {
    let lifetimes: Vec<_> = model.generics.lifetimes().map(|parameter| &parameter.lifetime.ident).collect();
    let nested = others(model).map(|inner| {
        let mut part = Part { codes: of_set(&inner.ty, inner.is_generic, "CODES"), ..Part::of_type(&inner.shown) };
        if !is_generic(model) {
            // The check is outside the impl, where its lifetimes have no names. Codes do not depend on lifetimes.
            part.codes = with_static(part.codes, &lifetimes);
        }
        part
    });
    nested.collect()
}

/// The parts of a type: its own codes, and each nested type.
pub(super) fn parts_of(model: &Model) -> Vec<Part> {
    let (name, span) = (model.ident.unraw().to_string(), model.ident.span());
    let own = model.has_own().then(|| Part { name, codes: quote!(__TABLE.codes()), span });
    own.into_iter().chain(nested_parts(model)).collect()
}

/// Merges the parts, none of which depends on a parameter. Returns the items that the `CodeList` needs, and the list. An item for each part
/// but the first has the span of the part. `own`: the first part is the table of the type. `span` is where rustc reports a cycle of types.
pub(crate) fn merged(parts: &[Part], own: bool, is_grpc: bool, span: Span) -> (TokenStream, TokenStream) {
    let without_merge = match parts {
        [] => Some(quote!(__studio::NOTHING)),
        [part] if own => Some(part.codes.clone()),
        [Part { codes, .. }] if !is_grpc => Some(quote_spanned!(span=> #codes.nested())),
        _ => None,
    };
    if let Some(list) = without_merge {
        return (TokenStream::new(), list);
    }
    let (len, all) = (Literal::usize_unsuffixed(parts.len()), array(parts));
    let checks = parts.iter().enumerate().skip(1).flat_map(|(at, part)| {
        let (span, at) = (part.span, Literal::usize_unsuffixed(at));
        check_item(span, quote_spanned!(span=> __studio::check::conflicts(__PARTS, &__MERGED.conflicting, #at)))
    });
    let items = quote_spanned! {span=>
        const __PARTS: &[__studio::check::Part; #len] = &#all;
        const __MERGED: &__studio::check::Merged<#len, { __studio::check::count(__PARTS) }> =
            &__studio::check::Merged::of(__PARTS, #is_grpc);
        #(#checks)*
    };
    let list =
        if own { quote_spanned!(span=> __MERGED.codes_of(&__TABLE)) } else { quote_spanned!(span=> __MERGED.codes()) };
    (items, list)
}

/// Returns the same checks as statements, for a constant that depends on parameters.
pub(super) fn in_place(parts: &[Part]) -> TokenStream {
    let list = array(parts);
    // Variables resolve where the type is derived, also if a macro passes the fields on.
    let (all, conflicting) = (quote!(__parts), quote!(__conflicting));
    let checks = parts.iter().enumerate().skip(1).map(|(at, part)| {
        let (span, at) = (part.span, Literal::usize_unsuffixed(at));
        quote_spanned!(span=> __studio::check::conflicts(&#all, &#conflicting, #at);)
    });
    quote! {
        let #all = #list;
        let #conflicting = __studio::check::conflicting(&#all);
        #(#checks)*
    }
}

/// The checks of the names of nested types, in a type that converts into a gRPC status. The model checks the type's own names.
pub(super) fn reasons(model: &Model) -> impl Iterator<Item = (Span, TokenStream)> {
    let nested = nested_parts(model).into_iter();
    nested.map(|Part { name, codes, span }| (span, quote_spanned!(span=> __studio::check::reasons(#name, #codes))))
}

fn array(parts: &[Part]) -> TokenStream {
    let parts = parts.iter().map(|Part { name, codes, .. }| quote!((#name, #codes)));
    quote!([#(#parts),*])
}

/// Returns the type as in the source, as far as the tokens show: with a space only after a comma and between two words.
pub(crate) fn source(ty: &Type) -> String {
    let text = ty.to_token_stream().to_string();
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let mut source = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let last = source.chars().next_back();
        if c != ' ' || last == Some(',') || is_word(last) && is_word(rest.peek().copied()) {
            source.push(c);
        }
    }
    source
}
