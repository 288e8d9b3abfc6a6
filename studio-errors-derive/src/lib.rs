//! The derive of `studio-errors`: syntax in, const data out. See the documentation of `studio_errors`.
//!
//! Data flows one way: `attr` (what was written) -> `model` (what it means, and every diagnostic) -> `expand` (const
//! data, and the checks that `studio_errors` runs on it).

mod attr;
mod code_set;
mod diagnostics;
mod expand;
mod given;
mod json;
mod key;
mod markdown;
mod model;
mod name;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod repository;
#[cfg(test)]
mod ui_cases;
mod value;

use syn::{DeriveInput, parse_macro_input};

/// Gives an error enum, or an error struct, its published codes.
#[proc_macro_derive(StudioErrorCode, attributes(studio))]
pub fn derive(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::derive(&parse_macro_input!(input as DeriveInput)).into()
}

/// What `studio_errors::code_set!` becomes: it puts the path to `studio_errors` and a semicolon before what was written.
#[doc(hidden)]
#[proc_macro]
pub fn code_set(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    code_set::expand(&parse_macro_input!(input as code_set::Set)).into()
}
