//! The impl of `FromCode`: a `match` of the numbers, then the nested types.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::by_number::by_number;
use super::conflicts;
use super::impl_block::implement;
use super::nested::{item, span_of_values};
use super::pattern::{bound, path, write};
use crate::model::{Accessor, Kind, Model};

pub(super) fn expand(model: &Model) -> TokenStream {
    let (mut arms, mut nested) = (Vec::new(), TokenStream::new());
    for variant in &model.variants {
        match &variant.kind {
            Kind::Coded { row, .. } if variant.is_unit && *row < model.distinct => {
                let Some(number) = model.rows[*row].number else { continue };
                arms.push((number, variant));
            }
            // A type that nests itself adds no codes, and following it would not end.
            Kind::Coded { .. } | Kind::Transparent(Accessor { is_self: true, .. }) => {}
            Kind::Transparent(field) => {
                let (path, member) = (path(model, variant), &field.member);
                let (value, code) = (bound(field), quote!(__code));
                let from_code = item(&field.ty, "FromCode", "from_code");
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
        let found = by_number(arms, |variant, found| write(model, variant, "", found));
        let catalog = model.catalog_alias();
        let facts = quote_spanned!(catalog.span()=> <#catalog as __studio::Known>::FACTS);
        quote! {
            '__own: {
                if let __studio::Some(__number) = #facts.number_of(__code) {
                    return __studio::Some(#found);
                }
            }
        }
    });
    let bounds = ["FromCode", "CodeSet"].into_iter().flat_map(|of| conflicts::bounds(model, of));
    let check = conflicts::check_of_parameters(model, &quote!(Self));
    let this = quote_spanned!(span_of_values(model)=> __studio::Option<Self>);
    let body = quote! {
        fn from_code(__code: &__studio::str) -> #this {
            #check
            #own
            #nested
            __studio::None
        }
    };
    implement(model, &quote!(FromCode), bounds, &body)
}
