//! Replaces lifetimes of a type outside of its impls, where they have no names. Codes do not depend on lifetimes.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::format_ident;

/// Replaces `lifetimes` by `'static`.
pub(crate) fn with_static(tokens: TokenStream, lifetimes: &[&Ident]) -> TokenStream {
    let mut after_quote = false;
    let replaced = tokens.into_iter().map(|token| {
        let is_lifetime =
            std::mem::replace(&mut after_quote, matches!(&token, TokenTree::Punct(p) if p.as_char() == '\''));
        match token {
            TokenTree::Ident(ident) if is_lifetime && lifetimes.contains(&&ident) => format_ident!("static").into(),
            TokenTree::Group(group) => {
                let stream = with_static(group.stream(), lifetimes);
                let mut replaced = Group::new(group.delimiter(), stream);
                replaced.set_span(group.span());
                replaced.into()
            }
            other => other,
        }
    });
    replaced.collect()
}
