//! A constant for each code. The documentation of their impl block is a table of all codes of the type.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::Ident;

use crate::markdown;
use crate::model::Model;

pub(crate) fn expand(model: &Model) -> TokenStream {
    if model.rows.is_empty() {
        return TokenStream::new();
    }
    let Model { ident, vis, .. } = model;
    let constants =
        model.rows.iter().enumerate().filter(|(_, row)| !row.shares && !row.is_hidden).map(|(place, row)| {
            let doc = markdown::constant(row);
            let deprecated = row.deprecated.as_ref().map(|deprecation| &deprecation.tokens);
            let name = if model.is_struct { "CODE" } else { &row.name };
            let name = Ident::new(name, row.name_span);
            let place = Literal::usize_unsuffixed(place);
            quote! {
                #[doc = #doc]
                #deprecated
                #vis const #name: __studio::Code = __constant(#place);
            }
        });
    let table = markdown::table(model);
    let (generics, arguments, bounds) = model.generics.split_for_impl();
    quote! {
        #[doc = #table]
        #[automatically_derived]
        #[allow(dead_code, deprecated)]
        impl #generics #ident #arguments #bounds {
            #(#constants)*
        }
    }
}
