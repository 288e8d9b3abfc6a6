//! Keys that complete and explain themselves in an IDE.
//!
//! Each key that was written is imported, under its own span, from a module of `studio_errors` where an item of that name
//! carries the documentation: rust-analyzer offers what else is there. Only it sets the cfg; rustc drops the block unread.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Keys, Model};

pub(crate) fn expand(model: &Model) -> TokenStream {
    let Keys { types, variants, fields } = &model.keys;
    let of_type = if model.is_struct { quote!(on_struct) } else { quote!(on_enum) };
    let places = [(of_type, types), (quote!(on_variant), variants), (quote!(on_field), fields)];
    let krate = &model.krate;
    let modules = places.iter().filter(|(_, keys)| !keys.is_empty()).map(|(place, keys)| {
        quote! {
            mod #place {
                use #krate::__private::keys::#place::*;
                use self::{ #(#keys as _),* };
            }
        }
    });
    quote! {
        #[cfg(rust_analyzer)]
        #[allow(unused_imports)]
        const _: () = { #(#modules)* };
    }
}
