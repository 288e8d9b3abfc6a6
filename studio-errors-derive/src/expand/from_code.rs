//! The impl of `FromCode`: a `match` of the numbers, then the nested types.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::parse_quote;

use super::catalog;
use super::impl_block::implement;
use super::nested::{item, transparents};
use super::pattern::path;
use crate::model::{Accessor, Kind, Model};

pub(super) fn expand(model: &Model) -> TokenStream {
    let (mut arms, mut nested) = (Vec::new(), TokenStream::new());
    for variant in &model.variants {
        let path = path(model, variant);
        match &variant.kind {
            Kind::Coded { row, .. } if variant.is_unit && *row < model.distinct => {
                let Some(number) = model.rows[*row].number else { continue };
                arms.push((number, quote!(#number => #path {},)));
            }
            Kind::Coded { .. } => {}
            Kind::Transparent(Accessor { member, ty, .. }) => {
                let from_spelling = item(ty, &quote!(FromCode), "from_spelling");
                nested.extend(quote! {
                    if let __studio::Some(__inner) = #from_spelling(__code) {
                        return __studio::Some(#path { #member: __inner });
                    }
                });
            }
        }
    }
    let own = (!arms.is_empty()).then(|| {
        let found = found(arms);
        let catalog = catalog::alias(model);
        let facts = quote_spanned!(catalog.span()=> <#catalog as __studio::Known>::FACTS);
        quote! {
            '__own: {
                if let __studio::Some(__number) = __code.number_in(#facts) {
                    return __studio::Some(#found);
                }
            }
        }
    });
    let bounds = transparents(model)
        .filter(|inner| inner.is_generic)
        .map(|inner| &inner.ty)
        .map(|ty| parse_quote!(#ty: __studio::FromCode))
        .collect();
    implement(
        model,
        &quote!(__studio::FromCode),
        bounds,
        &quote! {
            fn from_code(__code: &__studio::str) -> __studio::Option<Self> {
                __studio::from_code(__code)
            }

            fn from_spelling(__code: &mut __studio::Spelling<'_>) -> __studio::Option<Self> {
                #own
                #nested
                __studio::None
            }
        },
    )
}

/// A `match` of the numbers. rustc compares each arm with all others, so many arms are split by the number without its last byte.
fn found(mut arms: Vec<(u32, TokenStream)>) -> TokenStream {
    const MANY: usize = 256;
    let matched = |arms: &[(u32, TokenStream)]| {
        let arms = arms.iter().map(|(_, arm)| arm);
        quote!(match __number { #(#arms)* _ => break '__own })
    };
    if arms.len() <= MANY {
        return matched(&arms);
    }
    arms.sort_by_key(|(number, _)| *number);
    let halves = arms.chunk_by(|(a, _), (b, _)| a >> 8 == b >> 8).map(|arms| {
        let (half, arms) = (arms[0].0 >> 8, matched(arms));
        quote!(#half => #arms,)
    });
    quote!(match __number >> 8 { #(#halves)* _ => break '__own })
}
