//! The received type: the same variants, whose fields are the details.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Generics, Ident, Member, WherePredicate, parse_quote};

use super::conflicts::source;
use super::impl_block::implement;
use super::kind::place_of_definition;
use super::{catalog, details};
use crate::markdown;
use crate::model::{Accessor, Detail, Kind, Model, Variant, located};

/// Returns the definition, which must be where users can name it, and the impls.
pub(super) fn expand(model: &Model) -> (TokenStream, TokenStream) {
    let Some(name) = &model.received else { return (TokenStream::new(), TokenStream::new()) };
    let received = Received { model, name, generics: model.generics_of_received() };
    // Without the feature `details`, there is one error: at the first key `detail`, or at this key.
    let key = details::of(model).next().is_none().then(|| Ident::new("received", name.span()));
    let (definition, impls) = (received.definition(), received.impls());
    // The whole call has the span of the key, where its error is reported.
    let krate = located(model.krate.to_token_stream(), name.span());
    let call = quote_spanned!(name.span()=> #krate::__private::received! { [#key] #definition });
    (call, quote!(__studio::received! { [] #impls }))
}

struct Received<'a> {
    model: &'a Model,
    name: &'a Ident,
    generics: Generics,
}

impl Received<'_> {
    /// The variants, without those that nest the type itself, which are received as the value inside.
    fn variants(&self) -> impl Iterator<Item = &Variant> {
        self.model.variants.iter().filter(|variant| match &variant.kind {
            Kind::Transparent(inner) => !inner.is_self,
            Kind::Coded { .. } => true,
        })
    }

    fn definition(&self) -> TokenStream {
        let Model { vis, non_exhaustive, .. } = self.model;
        let (name, generics, bounds) = (self.name, &self.generics, &self.generics.where_clause);
        let (at, visibility) = place_of_definition(name, vis);
        let documentation = format!("What a client receives in place of a [`{}`].", self.model.ident.unraw());
        let head = quote! {
            #[doc = #documentation]
            #[allow(dead_code, deprecated, non_camel_case_types, private_bounds, private_interfaces, unused_qualifications)]
            #non_exhaustive
        };
        if let (true, [variant]) = (self.model.is_struct, &*self.model.variants) {
            let (fields, is_tuple) = self.fields(variant, Some(vis));
            return if is_tuple {
                quote_spanned!(at=> #head #visibility struct #name #generics #fields #bounds;)
            } else {
                quote_spanned!(at=> #head #visibility struct #name #generics #bounds #fields)
            };
        }
        let variants = self.variants().map(|variant| {
            let Variant { ident, deprecated, .. } = variant;
            // The doc comment of the variant would not fit: its links may begin with `Self`, and its examples would run twice.
            let doc = match &variant.kind {
                Kind::Coded { row, .. } => markdown::constant(&self.model.rows[*row]),
                Kind::Transparent(inner) => format!("The `{}`, as it is received.", source(&inner.shown)),
            };
            let (fields, _) = self.fields(variant, None);
            quote!(#[doc = #doc] #deprecated #ident #fields)
        });
        quote_spanned!(at=> #head #visibility enum #name #generics #bounds { #(#variants,)* })
    }

    /// The fields of a variant, and whether they have no braces.
    fn fields(&self, variant: &Variant, vis: Option<&syn::Visibility>) -> (TokenStream, bool) {
        if let Kind::Transparent(inner) = &variant.kind {
            let ty = self.model.received_nested(inner);
            return (quote!((#vis #ty)), true);
        }
        let fields = variant.details.iter().map(|detail| {
            let doc =
                if detail.is_whole { "The details.".to_owned() } else { format!("The detail `{}`.", detail.name) };
            let ty = self.model.received_detail(detail);
            match &detail.field.member {
                Member::Named(name) => quote!(#[doc = #doc] #vis #name: #ty),
                Member::Unnamed(_) => quote!(#[doc = #doc] #vis #ty),
            }
        });
        let fields = quote!(#(#fields,)*);
        match variant.details.first().map(|detail| &detail.field.member) {
            None => (TokenStream::new(), true),
            Some(Member::Named(_)) => (quote!({ #fields }), false),
            Some(Member::Unnamed(_)) => (quote!((#fields)), true),
        }
    }

    fn impls(&self) -> TokenStream {
        let name = self.name;
        let (_, arguments, _) = self.generics.split_for_impl();
        let received = quote!(type Received = #name #arguments;);
        let of_type = implement(self.model, &quote!(__studio::ReceivedAs), self.bounds(), &received);
        let (debug, from) = (self.debug(), self.received());
        quote!(#of_type #debug #from)
    }

    /// The bounds of the details and nested types that depend on a parameter.
    fn bounds(&self) -> Vec<WherePredicate> {
        let mut bounds: Vec<WherePredicate> = Vec::new();
        for variant in self.variants() {
            match &variant.kind {
                Kind::Transparent(inner) if inner.is_generic => {
                    let ty = &inner.ty;
                    bounds.push(parse_quote!(#ty: __studio::ReceivedAs));
                }
                Kind::Transparent(_) => {}
                Kind::Coded { .. } => {
                    for detail in variant.details.iter().filter(|detail| detail.field.is_generic) {
                        let ty = self.model.received_detail(detail);
                        bounds.push(parse_quote!(#ty: __studio::DeserializeOwned + __studio::Debug));
                    }
                }
            }
        }
        bounds
    }

    /// An impl for the received type.
    fn implement(&self, of: &TokenStream, body: &TokenStream) -> TokenStream {
        let name = self.name;
        let mut bounded = self.generics.clone();
        bounded.make_where_clause().predicates.extend(self.bounds());
        let (generics, arguments, bounds) = bounded.split_for_impl();
        quote! {
            #[automatically_derived]
            impl #generics #of for #name #arguments #bounds {
                #body
            }
        }
    }

    /// The path of a variant.
    fn path(&self, variant: &Variant) -> TokenStream {
        let (name, ident) = (self.name, &variant.ident);
        if self.model.is_struct { quote!(#name) } else { quote!(#name::#ident) }
    }

    /// Implements `Debug`. rustc points to the type of a detail that has none.
    fn debug(&self) -> TokenStream {
        let arms = self.variants().map(|variant| {
            let (path, shown) = (self.path(variant), self.shown(variant));
            if let Kind::Transparent(inner) = &variant.kind {
                // rustc reports once, at the type, that it has no received type.
                let span = inner.ty.span();
                return quote_spanned!(span=> #path { 0: __0 } => __f.debug_tuple(#shown).field(__0).finish());
            }
            let members = members(&variant.details);
            let names: Vec<_> = bound(&variant.details).collect();
            let is_tuple = variant.details.iter().any(|detail| matches!(detail.field.member, Member::Unnamed(_)));
            let fields = variant.details.iter().zip(&names).map(|(detail, bound)| {
                let span = detail.field.ty.span();
                let bound = Ident::new(&bound.to_string(), span);
                match &detail.field.member {
                    Member::Named(name) => {
                        let name = name.unraw().to_string();
                        quote_spanned!(span=> .field(#name, #bound))
                    }
                    Member::Unnamed(_) => quote_spanned!(span=> .field(#bound)),
                }
            });
            let builder = if is_tuple { quote!(debug_tuple) } else { quote!(debug_struct) };
            quote!(#path { #(#members: #names,)* } => __f.#builder(#shown)#(#fields)*.finish())
        });
        let found =
            if self.variants().next().is_none() { quote!(match *self {}) } else { quote!(match self { #(#arms,)* }) };
        let body = quote! {
            fn fmt(&self, __f: &mut __studio::Formatter<'_>) -> __studio::FmtResult {
                #found
            }
        };
        self.implement(&quote!(__studio::Debug), &body)
    }

    /// The name in the `Debug` text.
    fn shown(&self, variant: &Variant) -> String {
        if self.model.is_struct { self.name } else { &variant.ident }.unraw().to_string()
    }

    /// Implements `Received`: a `match` of the numbers, then the nested types.
    fn received(&self) -> TokenStream {
        let mut by_number: Vec<(i64, Vec<TokenStream>)> = Vec::new();
        let mut nested = TokenStream::new();
        for variant in self.variants() {
            let path = self.path(variant);
            match &variant.kind {
                Kind::Coded { row, .. } => {
                    let Some(number) = self.model.rows[*row].number else { continue };
                    let read = self.read(variant, &path);
                    match by_number.iter_mut().find(|(other, _)| *other == number) {
                        Some((_, variants)) => variants.push(read),
                        None => by_number.push((number, vec![read])),
                    }
                }
                Kind::Transparent(inner) => nested.extend(self.nested(inner, &path)),
            }
        }
        let arms = by_number.iter().map(|(number, variants)| {
            let number = Literal::i64_suffixed(*number);
            quote!(__studio::Some(#number) => return __error.first(&[#(#variants),*]),)
        });
        let own = (!by_number.is_empty()).then(|| {
            let catalog = catalog::alias(self.model);
            quote! {
                match __error.number(<#catalog as __studio::Known>::FACTS, __TABLE.codes()) {
                    #(#arms)*
                    _ => {}
                }
            }
        });
        let body = quote! {
            fn received(
                __error: &__studio::Incoming<'_>,
            ) -> __studio::Result<__studio::Option<Self>, __studio::UnreadableDetails> {
                #own
                #nested
                __studio::Ok(__studio::None)
            }
        };
        self.implement(&quote!(__studio::Received), &body)
    }

    /// A closure that reads the details of a variant.
    fn read(&self, variant: &Variant, path: &TokenStream) -> TokenStream {
        let members = members(&variant.details);
        let values = variant.details.iter().map(|detail| {
            let (ty, name) = (self.model.received_detail(detail), &detail.name);
            // rustc reports a type that cannot be deserialized at the type.
            if detail.is_whole {
                quote_spanned!(detail.field.ty.span()=> __details.whole::<#ty>()?)
            } else {
                quote_spanned!(detail.field.ty.span()=> __details.member::<#ty>(#name)?)
            }
        });
        let details = if variant.details.is_empty() { quote!(_) } else { quote!(__details) };
        quote!(|#details| __studio::Ok(#path { #(#members: #values,)* }))
    }

    fn nested(&self, inner: &Accessor, path: &TokenStream) -> TokenStream {
        let ty = self.model.received_nested(inner);
        let span = inner.ty.span();
        quote_spanned! {span=>
            if let __studio::Some(__inner) = <#ty as __studio::Received>::received(__error)? {
                return __studio::Ok(__studio::Some(#path { 0: __inner }));
            }
        }
    }
}

/// The members of the details in the received type.
fn members(details: &[Detail]) -> Vec<TokenStream> {
    let members = details.iter().enumerate().map(|(i, detail)| match &detail.field.member {
        Member::Named(name) => quote!(#name),
        Member::Unnamed(_) => {
            let index = Literal::usize_unsuffixed(i);
            quote!(#index)
        }
    });
    members.collect()
}

/// The variables to which a pattern binds the details.
fn bound(details: &[Detail]) -> impl Iterator<Item = Ident> {
    (0..details.len()).map(|i| quote::format_ident!("__{i}"))
}
