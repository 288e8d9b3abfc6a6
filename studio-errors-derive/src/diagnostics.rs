//! All diagnostics of a type are collected, so that they are reported together.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// Every diagnostic of one type.
#[derive(Default)]
pub(crate) struct Diagnostics(Option<syn::Error>);

impl Diagnostics {
    /// A diagnostic at one token: the fact, then the help. An empty help is omitted.
    pub(crate) fn at(&mut self, span: Span, fact: &str, help: &str) {
        self.add(at(span, fact, help));
    }

    /// A diagnostic at several tokens.
    pub(crate) fn over(&mut self, tokens: &impl ToTokens, fact: &str, help: &str) {
        self.add(over(tokens, fact, help));
    }

    pub(crate) fn add(&mut self, error: syn::Error) {
        match &mut self.0 {
            Some(errors) => errors.combine(error),
            None => self.0 = Some(error),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    pub(crate) fn into_result(self) -> syn::Result<()> {
        self.0.map_or(Ok(()), Err)
    }

    pub(crate) fn into_tokens(self) -> TokenStream {
        self.0.map(syn::Error::into_compile_error).unwrap_or_default()
    }
}

/// A diagnostic at one token, on its own.
pub(crate) fn at(span: Span, fact: &str, help: &str) -> syn::Error {
    syn::Error::new(span, message(fact, help))
}

/// A diagnostic at several tokens, on its own.
pub(crate) fn over(tokens: &impl ToTokens, fact: &str, help: &str) -> syn::Error {
    syn::Error::new_spanned(tokens, message(fact, help))
}

fn message(fact: &str, help: &str) -> String {
    if help.is_empty() { fact.to_owned() } else { format!("{fact}\nhelp: {help}") }
}

/// Joins words as in `a, b and c`.
pub(crate) fn joined(words: &[String], and: &str) -> String {
    match words {
        [others @ .., last] if !others.is_empty() => format!("{} {and} {last}", others.join(", ")),
        words => words.concat(),
    }
}
