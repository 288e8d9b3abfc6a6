//! Completion and documentation of keys in an IDE.
//!
//! The generated code imports each key, with the span of the key, from a module of `studio_errors` that has a documented item
//! for each key. rust-analyzer then offers the other items of the module. Only rust-analyzer sets the cfg; rustc ignores the
//! block.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use super::tokens::Tokens;
use crate::model::{Keys, Model};

pub(crate) fn expand(model: &Model) -> TokenStream {
    let Keys { types, variants, fields } = &model.keys;
    let of_type = if model.is_struct { quote!(on_struct) } else { quote!(on_enum) };
    let places = [(of_type, types), (quote!(on_variant), variants), (quote!(on_field), fields)];
    let krate = &model.krate;
    let modules = places.iter().filter(|(_, keys)| !keys.is_empty()).map(|(place, keys)| {
        let mut imports = Tokens::at(Span::call_site());
        for key in *keys {
            imports.token(key.clone()).word("as").word("_").marks(",");
        }
        let imports = imports.into_stream();
        quote! {
            mod #place {
                use #krate::__private::keys::#place::*;
                use self::{ #imports };
            }
        }
    });
    quote! {
        #[cfg(rust_analyzer)]
        #[allow(unused_imports)]
        const _: () = { #(#modules)* };
    }
}
