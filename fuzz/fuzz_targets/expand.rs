//! Runs the derive and `code_set!` on arbitrary text, and on types with arbitrary attributes.
#![no_main]
#![allow(dead_code)]

/// The sources of the derive, because a fuzz target cannot link a procedural macro.
#[path = "../../studio-errors-derive/src"]
mod derive {
    pub(crate) mod attr;
    pub(crate) mod code_set;
    pub(crate) mod diagnostics;
    pub(crate) mod escape;
    pub(crate) mod expand;
    pub(crate) mod given;
    pub(crate) mod json;
    pub(crate) mod key;
    pub(crate) mod layout;
    pub(crate) mod markdown;
    pub(crate) mod model;
    pub(crate) mod name;
    pub(crate) mod value;
}

use derive::{attr, code_set, diagnostics, escape, expand, given, json, key, layout, markdown, model, name, value};
use libfuzzer_sys::fuzz_target;
use studio_errors_generators::soup;

fuzz_target!(|bytes: &[u8]| {
    let made = soup::input(&mut arbitrary::Unstructured::new(bytes));
    let written = std::str::from_utf8(bytes).map(str::to_owned);
    for source in made.ok().into_iter().chain(written) {
        // Deep nesting overflows the stack of the parsers of syn and rustc.
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
