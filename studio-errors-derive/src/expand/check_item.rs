//! An item that calls checks of `studio_errors`.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};

/// A constant whose value is the expression `check`. rustc reports a failed check at the tokens of its call.
pub(crate) fn check_item(span: Span, check: impl ToTokens) -> TokenStream {
    // A block around the expression would take rustc as long as a second call.
    quote_spanned!(span=> const _: () = #check;)
}
