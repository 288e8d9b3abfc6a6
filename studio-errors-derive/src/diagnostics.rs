//! Mistakes are collected, never returned early: whoever made three learns of three.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// Every mistake found in one type.
#[derive(Default)]
pub(crate) struct Mistakes(Option<syn::Error>);

impl Mistakes {
    /// A mistake at one token: the fact, then the mend; no mend where there is none to name.
    pub(crate) fn at(&mut self, span: Span, fact: &str, mend: &str) {
        self.add(at(span, fact, mend));
    }

    /// A mistake at several tokens.
    pub(crate) fn over(&mut self, tokens: &impl ToTokens, fact: &str, mend: &str) {
        self.add(over(tokens, fact, mend));
    }

    pub(crate) fn add(&mut self, error: syn::Error) {
        match &mut self.0 {
            Some(errors) => errors.combine(error),
            None => self.0 = Some(error),
        }
    }

    pub(crate) fn into_tokens(self) -> TokenStream {
        self.0.map(|error| error.to_compile_error()).unwrap_or_default()
    }
}

/// A mistake at one token, on its own.
pub(crate) fn at(span: Span, fact: &str, mend: &str) -> syn::Error {
    syn::Error::new(span, message(fact, mend))
}

/// A mistake at several tokens, on its own.
pub(crate) fn over(tokens: &impl ToTokens, fact: &str, mend: &str) -> syn::Error {
    syn::Error::new_spanned(tokens, message(fact, mend))
}

fn message(fact: &str, mend: &str) -> String {
    if mend.is_empty() { fact.to_owned() } else { format!("{fact}\nhelp: {mend}") }
}
