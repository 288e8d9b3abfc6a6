//! Items that call checks of `studio_errors`. rustc reports a failed check at the tokens of its call.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};

/// The constant `const _: () = check;`.
pub(crate) fn check_item(span: Span, check: impl IntoIterator<Item = TokenTree>) -> impl Iterator<Item = TokenTree> {
    let mut unit = Group::new(Delimiter::Parenthesis, TokenStream::new());
    unit.set_span(span);
    item(span, unit.into(), check)
}

/// The constant `const _: __Step = check;`.
pub(super) fn step_item(span: Span, check: impl IntoIterator<Item = TokenTree>) -> impl Iterator<Item = TokenTree> {
    item(span, Ident::new("__Step", span).into(), check)
}

// One for each variant. `quote!` would combine several temporary token streams, and each of them is a call of the compiler.
fn item(span: Span, ty: TokenTree, check: impl IntoIterator<Item = TokenTree>) -> impl Iterator<Item = TokenTree> {
    let word = |word| TokenTree::from(Ident::new(word, span));
    let mark = |mark| {
        let mut mark = Punct::new(mark, Spacing::Alone);
        mark.set_span(span);
        TokenTree::from(mark)
    };
    // A block around the expression would take rustc as long as a second call.
    [word("const"), word("_"), mark(':'), ty, mark('=')].into_iter().chain(check).chain([mark(';')])
}
