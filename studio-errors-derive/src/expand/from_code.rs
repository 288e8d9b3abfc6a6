//! `FromCode`: one `match` of the numbers, then the types that are nested.

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse_quote;

use super::impl_block::implement;
use super::nested::{item, transparents};
use super::pattern::path;
use crate::model::{Accessor, Kind, Model};

pub(super) fn expand(model: &Model) -> TokenStream {
    let (mut arms, mut nested) = (Vec::new(), TokenStream::new());
    for variant in &model.variants {
        let path = path(model, variant);
        match &variant.kind {
            Kind::Coded { row, .. } if variant.is_unit && *row < model.distinct && model.rows[*row].number > 0 => {
                let number = model.rows[*row].number;
                arms.push((number, quote!(#number => return __studio::Some(#path {}),)));
            }
            Kind::Coded { .. } => {}
            Kind::Transparent(Accessor { member, ty, .. }) => {
                let from_parts = item(ty, &quote!(FromCode), "from_parts");
                nested.extend(quote! {
                    if let __studio::Some(__inner) = #from_parts(__prefix, __number) {
                        return __studio::Some(#path { #member: __inner });
                    }
                });
            }
        }
    }
    let catalog = super::catalog(model);
    let own = (!arms.is_empty()).then(|| {
        let found = found(arms);
        quote! {
            if __prefix == <#catalog as __studio::Catalog>::PREFIX {
                #found
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

            #[allow(unused_variables)]
            fn from_parts(__prefix: &__studio::str, __number: __studio::u16) -> __studio::Option<Self> {
                #own
                #nested
                __studio::None
            }
        },
    )
}

/// One `match` of the numbers. rustc sets each arm beside all others: many are split, by the upper half of the number.
fn found(mut arms: Vec<(u16, TokenStream)>) -> TokenStream {
    const MANY: usize = 256;
    let matched = |arms: &[(u16, TokenStream)]| {
        let arms = arms.iter().map(|(_, arm)| arm);
        quote!(match __number { #(#arms)* _ => {} })
    };
    if arms.len() <= MANY {
        return matched(&arms);
    }
    arms.sort_by_key(|(number, _)| *number);
    let halves = arms.chunk_by(|(a, _), (b, _)| a >> 8 == b >> 8).map(|arms| {
        let (half, arms) = (arms[0].0 >> 8, matched(arms));
        quote!(#half => #arms)
    });
    quote!(match __number >> 8 { #(#halves)* _ => {} })
}
