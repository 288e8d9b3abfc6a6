//! The derive and `code_set!` over the text of a type, and over types whose attributes hold anything.
#![no_main]
#![allow(dead_code)]


/// A proc macro cannot be linked: these are its sources.
#[path = "../../studio-errors-derive/src"]
mod derive {
    pub(crate) mod attr;
    pub(crate) mod code_set;
    pub(crate) mod expand;
    pub(crate) mod given;
    pub(crate) mod json;
    pub(crate) mod key;
    pub(crate) mod markdown;
    pub(crate) mod diagnostics;
    pub(crate) mod model;
    pub(crate) mod name;
    pub(crate) mod value;
    #[path = "properties/soup.rs"]
    pub(crate) mod soup;
}

use derive::{attr, code_set, expand, given, json, key, diagnostics, markdown, model, name, value, soup};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let made = soup::input(&mut arbitrary::Unstructured::new(bytes));
    let written = std::str::from_utf8(bytes).map(str::to_owned);
    for source in made.ok().into_iter().chain(written) {
        // Deep nesting overflows the stack of the parser, which is syn's and rustc's matter.
        if source.bytes().filter(|byte| b"([{<&*!-".contains(byte)).count() > 200 {
            continue;
        }
        let Ok(tokens) = source.parse::<proc_macro2::TokenStream>() else { continue };
        let mut expanded = Vec::new();
        if let Ok(input) = syn::parse2(tokens.clone()) {
            expanded.push(expand::derive(&input));
        }
        if let Ok(set) = syn::parse2(tokens) {
            expanded.push(code_set::expand(&set));
        }
        for tokens in expanded {
            assert!(syn::parse2::<syn::File>(tokens.clone()).is_ok(), "{source}\n{tokens}");
        }
    }
});
