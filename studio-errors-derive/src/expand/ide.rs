//! Completion and documentation of keys in an IDE.
//!
//! For rust-analyzer, a macro of `studio_errors` imports each key, with the span of the key, from a module that has a documented item
//! for each key. rust-analyzer then offers the other items of the module. For rustc, the macro expands to nothing.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use super::tokens::Tokens;
use crate::model::{Keys, Model};

pub(crate) fn expand(model: &Model) -> TokenStream {
    let Keys { types, variants, fields } = &model.keys;
    let of_type = if model.is_struct { quote!(on_struct) } else { quote!(on_enum) };
    let places = [(of_type, types), (quote!(on_variant), variants), (quote!(on_field), fields)];
    let places = places.iter().filter(|(_, keys)| !keys.is_empty()).map(|(place, keys)| {
        let mut list = Tokens::at(Span::call_site());
        for key in *keys {
            list.token(key.clone()).marks(",");
        }
        let list = list.into_stream();
        quote!(#place { #list })
    });
    quote!(__studio::written_keys! { #(#places)* })
}
