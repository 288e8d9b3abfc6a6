//! Tests of the derive: its diagnostics, the generated code, and properties of all inputs.

mod diagnostics;
mod documentation;
mod fields;
mod generated;
mod properties;
mod ui_cases;

use proc_macro2::{TokenStream, TokenTree};
use studio_errors_derive_library::derive;

/// Returns the generated code of a type.
fn expansion(source: &str) -> TokenStream {
    derive(&syn::parse_str(source).expect("a type"))
}

/// A line and a column.
type Place = (usize, usize);

/// Returns the spans and the message of each `compile_error!`.
fn reported(tokens: TokenStream) -> Vec<(Place, Place, String)> {
    let mut found = Vec::new();
    let mut last = None;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => last = Some(ident),
            TokenTree::Group(group) => {
                if let Some(name) = last.take().filter(|name| *name == "compile_error") {
                    let text: syn::LitStr = syn::parse2(group.stream()).expect("the message is a string");
                    let (from, to) = (name.span().start(), group.span().end());
                    found.push(((from.line, from.column), (to.line, to.column), text.value()));
                } else {
                    found.extend(reported(group.stream()));
                }
            }
            TokenTree::Punct(_) => {}
            TokenTree::Literal(_) => last = None,
        }
    }
    found.sort();
    found
}
