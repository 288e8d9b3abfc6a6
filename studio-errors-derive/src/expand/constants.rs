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
    let rows = model.rows.iter().enumerate().filter(|(_, row)| !row.shares && !row.is_hidden);
    let (mut docs, mut deprecated, mut names, mut places) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (place, row) in rows {
        docs.push(markdown::constant(row));
        deprecated.push(row.deprecated.as_ref().map(|deprecation| &deprecation.tokens));
        names.push(Ident::new(if model.is_struct { "CODE" } else { &row.name }, row.name_span));
        places.push(Literal::usize_unsuffixed(place));
    }
    let table = markdown::table(model);
    let (generics, arguments, bounds) = model.generics.split_for_impl();
    quote! {
        #[doc = #table]
        #[automatically_derived]
        #[allow(dead_code, deprecated)]
        impl #generics #ident #arguments #bounds {
            #(
                #[doc = #docs]
                #deprecated
                #vis const #names: __Code = __constant(#places);
            )*
        }
    }
}
