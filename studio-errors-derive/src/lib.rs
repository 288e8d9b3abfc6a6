//! The derive of `studio-errors`: it turns syntax into const data. See the documentation of `studio_errors`.
//!
//! Data flows in one direction: `attr` (the attributes as written) -> `model` (their meaning, and all diagnostics) -> `expand`
//! (const data, and the checks that `studio_errors` runs on it).

mod attr;
mod code_set;
mod diagnostics;
mod escape;
mod expand;
mod given;
mod json;
mod key;
mod layout;
mod markdown;
mod model;
mod name;
mod value;

use syn::{DeriveInput, parse_macro_input};

/// Generates the codes of an error enum or error struct.
#[proc_macro_derive(StudioErrorCode, attributes(studio))]
pub fn derive(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    // The attribute of this derive is not part of its input.
    match attr::derived_again(&input.attrs) {
        Some(error) => error.into_compile_error().into(),
        None => expand::derive(&input).into(),
    }
}

/// Generates the items of the keys for completion in an IDE.
#[doc(hidden)]
#[proc_macro]
pub fn keys(_: proc_macro::TokenStream) -> proc_macro::TokenStream {
    key::modules().into()
}

/// Copies `layout.rs` into `studio_errors`.
#[doc(hidden)]
#[proc_macro]
pub fn layout(_: proc_macro::TokenStream) -> proc_macro::TokenStream {
    include_str!("layout.rs").parse().unwrap_or_default()
}

/// Implements `studio_errors::code_set!`, which adds the path to `studio_errors` and a semicolon before its input.
#[doc(hidden)]
#[proc_macro]
pub fn code_set(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    code_set::expand(parse_macro_input!(input as code_set::Set)).into()
}
