//! Runs the derive and `code_set!` on arbitrary text, and on types with arbitrary attributes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use studio_errors_derive_library::{code_set, derive};
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
            expanded.push(derive(&input));
        }
        expanded.extend(code_set(tokens));
        for tokens in expanded {
            assert!(syn::parse2::<syn::File>(tokens.clone()).is_ok(), "{source}\n{tokens}");
        }
    }
});
