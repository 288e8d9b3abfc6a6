//! Writes the tokens that each variant adds to the generated code.
//!
//! `quote!` would combine several temporary token streams for each variant. Each of them is a call of the compiler, and most users
//! build the derive without optimization.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};

/// The tokens of an `Option`.
pub(super) fn option(value: Option<impl ToTokens>) -> TokenStream {
    match value {
        Some(value) => quote!(__studio::Some(#value)),
        None => quote!(__studio::None),
    }
}

/// A list of tokens. Tokens without a span of their own have `span`.
pub(crate) struct Tokens {
    list: Vec<TokenTree>,
    span: Span,
}

impl Tokens {
    pub(crate) fn at(span: Span) -> Self {
        Self { list: Vec::new(), span }
    }

    pub(crate) fn word(&mut self, word: &str) -> &mut Self {
        self.token(Ident::new(word, self.span))
    }

    /// Adds punctuation that belongs together, such as `::`.
    pub(crate) fn marks(&mut self, marks: &str) -> &mut Self {
        let last = marks.len().saturating_sub(1);
        for (at, mark) in marks.char_indices() {
            let mut mark = Punct::new(mark, if at < last { Spacing::Joint } else { Spacing::Alone });
            mark.set_span(self.span);
            self.list.push(mark.into());
        }
        self
    }

    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.token(Literal::string(text))
    }

    pub(crate) fn group(&mut self, delimiter: Delimiter, tokens: Self) -> &mut Self {
        let mut group = Group::new(delimiter, tokens.into_stream());
        group.set_span(self.span);
        self.token(group)
    }

    pub(crate) fn into_stream(self) -> TokenStream {
        self.list.into_iter().collect()
    }

    /// Adds a token with its own span.
    pub(crate) fn token(&mut self, token: impl Into<TokenTree>) -> &mut Self {
        self.list.push(token.into());
        self
    }

    /// Adds tokens with their own spans.
    pub(crate) fn tokens(&mut self, tokens: impl IntoIterator<Item = TokenTree>) -> &mut Self {
        self.list.extend(tokens);
        self
    }
}

impl ToTokens for Tokens {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.list.iter().cloned());
    }
}

impl IntoIterator for Tokens {
    type Item = TokenTree;
    type IntoIter = std::vec::IntoIter<TokenTree>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}
