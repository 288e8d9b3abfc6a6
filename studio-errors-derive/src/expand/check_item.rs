//! An item that calls checks of `studio_errors`.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};

/// A constant that calls `checks`. rustc reports a failed check at the tokens of its call.
pub(crate) fn check_item(span: Span, checks: impl ToTokens) -> TokenStream {
    quote_spanned!(span=> const _: () = { #checks };)
}
