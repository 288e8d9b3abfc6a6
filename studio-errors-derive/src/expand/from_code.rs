//! The impl of `FromCode`: a `match` of the numbers, then the nested types.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::parse_quote;

use super::impl_block::implement;
use super::nested::{item, others, span_of_values};
use super::pattern::{Path, bound, path, value};
use super::tokens::Tokens;
use super::{catalog, conflicts};
use crate::model::{Accessor, Kind, Model};

pub(super) fn expand(model: &Model) -> TokenStream {
    let (mut arms, mut nested) = (Vec::new(), TokenStream::new());
    for variant in &model.variants {
        match &variant.kind {
            Kind::Coded { row, .. } if variant.is_unit && *row < model.distinct => {
                let Some(number) = model.rows[*row].number else { continue };
                arms.push((number, value(model, variant)));
            }
            // A type that nests itself adds no codes, and following it would not end.
            Kind::Coded { .. } | Kind::Transparent(Accessor { is_self: true, .. }) => {}
            Kind::Transparent(field) => {
                let (path, member) = (path(model, variant), &field.member);
                let (value, code) = (bound(field), quote!(__code));
                let from_code = item(&field.ty, &quote!(FromCode), "from_code");
                let span = value.span();
                nested.extend(quote_spanned! {span=>
                    if let __studio::Some(#value) = #from_code(#code) {
                        return __studio::Some(#path { #member: #value });
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
                if let __studio::Some(__number) = #facts.number_of(__code) {
                    return __studio::Some(#found);
                }
            }
        }
    });
    let generic = others(model).filter(|inner| inner.is_generic).map(|inner| &inner.ty);
    let mut bounds: Vec<_> = generic.map(|ty| parse_quote!(#ty: __studio::FromCode)).collect();
    bounds.extend(conflicts::bounds(model));
    let check = conflicts::check_of_parameters(model, &quote!(Self));
    let this = quote_spanned!(span_of_values(model)=> __studio::Option<Self>);
    implement(
        model,
        &quote!(__studio::FromCode),
        bounds,
        &quote! {
            fn from_code(__code: &__studio::str) -> #this {
                #check
                #own
                #nested
                __studio::None
            }
        },
    )
}

/// A `match` of the numbers. rustc compares each arm with all others, so many arms are split by the number without its last byte.
fn found(mut arms: Vec<(i64, Path<'_>)>) -> TokenStream {
    const MANY: usize = 256;
    fn matched(arms: &[(i64, Path<'_>)]) -> TokenStream {
        let mut tokens = Tokens::at(Span::call_site());
        for (number, value) in arms {
            tokens.token(Literal::i64_suffixed(*number)).marks("=>");
            value.write(&mut tokens);
            tokens.marks(",");
        }
        let arms = tokens.into_stream();
        quote!(match __number { #arms _ => break '__own })
    }
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
