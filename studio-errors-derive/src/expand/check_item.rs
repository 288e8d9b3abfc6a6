//! An item that calls checks of `studio_errors`.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};

/// The constant `const _: () = check;`. rustc reports a failed check at the tokens of its call.
// One for each variant. `quote!` would combine several temporary token streams, and each of them is a call of the compiler.
pub(crate) fn check_item(span: Span, check: impl IntoIterator<Item = TokenTree>) -> impl Iterator<Item = TokenTree> {
    let word = |word| TokenTree::from(Ident::new(word, span));
    let mark = |mark| {
        let mut mark = Punct::new(mark, Spacing::Alone);
        mark.set_span(span);
        TokenTree::from(mark)
    };
    let mut unit = Group::new(Delimiter::Parenthesis, TokenStream::new());
    unit.set_span(span);
    // A block around the expression would take rustc as long as a second call.
    [word("const"), word("_"), mark(':'), unit.into(), mark('=')].into_iter().chain(check).chain([mark(';')])
}
