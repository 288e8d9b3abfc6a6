//! The derive as a library, for tests and fuzz targets, which cannot link a procedural macro.

// The entry points of the macro are in its `lib.rs`.
#![allow(dead_code, unused_imports)]

#[path = "../../../../studio-errors-derive/src"]
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
use proc_macro2::TokenStream;

/// Returns the generated code of a type, and all diagnostics.
#[must_use]
pub fn derive(input: &syn::DeriveInput) -> TokenStream {
    expand::derive(input)
}

/// Returns the generated code of a set, and all diagnostics. The input begins with the path to `studio_errors` and a semicolon.
///
/// # Errors
///
/// Returns an error if the set has no name.
pub fn code_set(input: TokenStream) -> syn::Result<TokenStream> {
    syn::parse2(input).map(code_set::expand)
}
