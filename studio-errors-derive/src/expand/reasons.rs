//! The checks of nested types in a type that converts into a gRPC status. The model checks the type's own names.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::check_item::check_item;
use super::conflicts::{self, Part};
use crate::model::Model;

/// Returns an item for each nested type.
pub(super) fn items(model: &Model) -> TokenStream {
    nested(model).flat_map(|part| check_item(part.span, call(&part))).collect()
}

/// Returns the checks as one statement, if the nested types depend on parameters.
pub(super) fn of_parameters(model: &Model) -> Option<TokenStream> {
    conflicts::is_generic(model).then(|| {
        let calls = nested(model).map(|part| call(&part));
        quote!(const { #(#calls;)* })
    })
}

fn call(part: &Part) -> TokenStream {
    let Part { name, codes, span } = part;
    quote_spanned!(*span=> __studio::check::reasons(#name, #codes))
}

fn nested(model: &Model) -> impl Iterator<Item = Part> {
    conflicts::parts_of(model).into_iter().skip(usize::from(model.has_own()))
}
