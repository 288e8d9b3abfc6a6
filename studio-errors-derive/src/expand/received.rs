//! The received type: its definition, the impl of `ReceivedAs`, and the impl of `Received`.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Ident, WherePredicate, parse_quote};

use super::by_number::by_number;
use super::definition::{debug, definition};
use super::impl_block::implement;
use super::pattern::path;
use crate::model::{Kind, Model, RECEIVED, Variant, located};

/// Returns the definition with this name, which must be where users can name it, and the impls.
pub(super) fn expand(model: &Model, name: &Ident) -> (TokenStream, TokenStream) {
    let received = model.to_received(name);
    let documentation = format!("What a client receives in place of a [`{}`].", model.ident.unraw());
    let definition = definition(&received, &documentation, |ty| format!("The `{ty}`, as it is received."));
    // Without the feature `details`, there is one error: at the first key `detail`, or at this key.
    let key = model.details().next().is_none().then(|| Ident::new("received", name.span()));
    // The whole call has the span of the key, where its error is reported.
    let krate = located(model.krate.to_token_stream(), name.span());
    let call = quote_spanned!(name.span()=> #krate::__private::received! { [#key] #definition });
    let (_, arguments, _) = received.generics.split_for_impl();
    let all_bounds = model.have(RECEIVED).into_iter().chain(bounds(&received));
    let of_type = implement(model, &quote!(ReceivedAs), all_bounds, &quote!(type Received = #name #arguments;));
    let (debug, of_received) = (debug(&received, bounds(&received)), of_received(&received));
    (call, quote!(__studio::received! { [] #of_type #debug #of_received }))
}

/// The bounds of the details that depend on a parameter.
fn bounds(received: &Model) -> Vec<WherePredicate> {
    let bound = |ty| parse_quote!(#ty: __studio::DeserializeOwned + __studio::Debug);
    received.generic_details().map(bound).collect()
}

/// Implements `Received`: a `match` of the numbers, then the nested types.
fn of_received(received: &Model) -> TokenStream {
    let mut own: BTreeMap<i64, Vec<TokenStream>> = BTreeMap::new();
    // Variables resolve where the type is derived, also if a macro passes the fields on.
    let (mut nested, error) = (TokenStream::new(), quote!(__error));
    for variant in &received.variants {
        match &variant.kind {
            Kind::Coded { row, .. } => {
                let Some(number) = received.rows[*row].number else { continue };
                own.entry(number).or_default().push(read(received, variant));
            }
            Kind::Transparent(inner) => {
                let (path, ty, span) = (path(received, variant), &inner.ty, inner.member.span());
                nested.extend(quote_spanned! {span=>
                    if let __studio::Some(__inner) = <#ty as __studio::Received>::received(#error)? {
                        return __studio::Ok(__studio::Some(#path { 0: __inner }));
                    }
                });
            }
        }
    }
    let own = (!own.is_empty()).then(|| {
        let catalog = received.catalog_alias();
        let found = by_number(own.into_iter().collect(), |variants, found| {
            // rustc takes quadratic time for the closures of one function, so only variants that share a code are closures.
            found.tokens(match &*variants {
                [first, others @ ..] if !others.is_empty() => quote! {
                    __details.first(|__details| __studio::Ok(#first), &[#(|__details| __studio::Ok(#others)),*])?
                },
                only => quote!(#(#only)*),
            });
        });
        quote! {
            '__own: {
                if let __studio::Some(__number) =
                    __error.number(<#catalog as __studio::Known>::FACTS, __TABLE.codes())
                {
                    let __details = __error.members();
                    return __studio::Ok(__studio::Some(#found));
                }
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
    implement(received, &quote!(Received), bounds(received), &body)
}

/// The variant, with the details that are read.
fn read(received: &Model, variant: &Variant) -> TokenStream {
    let path = path(received, variant);
    let details = quote!(__details);
    let members = variant.details.iter().map(|detail| {
        let (ty, member, name) = (&detail.field.ty, &detail.field.member, &detail.name);
        // rustc reports a type that cannot be deserialized at the type.
        let span = detail.field.shown.span();
        let value = if detail.is_whole {
            quote_spanned!(span=> #details.whole::<#ty>()?)
        } else {
            quote_spanned!(span=> #details.member::<#ty>(#name)?)
        };
        quote!(#member: #value)
    });
    quote!(#path { #(#members,)* })
}
