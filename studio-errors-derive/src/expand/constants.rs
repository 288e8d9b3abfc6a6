//! A constant for each code. The documentation of their impl block is a table of all codes of the type.

use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};

use super::tokens::Tokens;
use crate::markdown;
use crate::model::Model;

pub(crate) fn expand(model: &Model) -> TokenStream {
    if model.rows.is_empty() {
        return TokenStream::new();
    }
    let Model { ident, vis, .. } = model;
    let rows = model.rows.iter().enumerate().filter(|(_, row)| !row.shares && !row.is_hidden);
    let vis: Vec<_> = vis.to_token_stream().into_iter().collect();
    let mut constants = Tokens::at(Span::call_site());
    for (place, row) in rows {
        let mut doc = Tokens::at(Span::call_site());
        doc.word("doc").marks("=").text(&markdown::constant(row));
        let mut index = Tokens::at(Span::call_site());
        index.token(Literal::usize_unsuffixed(place));
        constants.marks("#").group(Delimiter::Bracket, doc);
        if let Some(deprecation) = &row.deprecated {
            constants.tokens(deprecation.tokens.clone());
        }
        let name = Ident::new(if model.is_struct { "CODE" } else { &row.name.text }, row.name.span);
        constants.tokens(vis.iter().cloned()).word("const").token(name).marks(":").word("__Code").marks("=");
        constants.word("__constant").group(Delimiter::Parenthesis, index).marks(";");
    }
    let constants = constants.into_stream();
    let table = markdown::table(model);
    let (generics, arguments, bounds) = model.generics.split_for_impl();
    quote! {
        #[doc = #table]
        #[allow(dead_code, deprecated)]
        impl #generics #ident #arguments #bounds {
            #constants
        }
    }
}
