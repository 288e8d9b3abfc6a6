//! Items that call checks of `studio_errors`. rustc reports a failed check at the tokens of its call.

use proc_macro2::{Delimiter, Span, TokenTree};

use super::tokens::Tokens;

/// The constant `const _: () = check;`.
pub(crate) fn check_item(span: Span, check: impl IntoIterator<Item = TokenTree>) -> Tokens {
    let mut unit = Tokens::at(span);
    unit.group(Delimiter::Parenthesis, Tokens::at(span));
    item(span, unit, check)
}

/// The constant `const _: __Step = check;`.
pub(super) fn step_item(span: Span, check: Tokens) -> Tokens {
    let mut step = Tokens::at(span);
    step.word("__Step");
    item(span, step, check)
}

// A block around the expression would take rustc as long as a second call.
fn item(span: Span, ty: Tokens, check: impl IntoIterator<Item = TokenTree>) -> Tokens {
    let mut item = Tokens::at(span);
    item.word("const").word("_").marks(":").tokens(ty).marks("=").tokens(check).marks(";");
    item
}
