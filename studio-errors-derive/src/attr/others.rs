//! Other attributes: `#[deprecated]` and `#[derive(..)]`.

use darling::FromMeta;
use darling::util::PathList;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Meta};

use crate::diagnostics::over;

/// The `#[deprecated]` of a variant.
#[derive(Default, FromMeta)]
#[darling(default, allow_unknown_fields)]
pub(crate) struct Deprecation {
    pub(crate) since: Option<String>,
    pub(crate) note: Option<String>,
    /// The attribute, for the constant.
    #[darling(skip)]
    pub(crate) tokens: TokenStream,
}

/// Reads the `#[deprecated]` of a variant. rustc reports a malformed or repeated one.
pub(crate) fn deprecated(attrs: &[Attribute]) -> Option<Deprecation> {
    let attr = attrs.iter().find(|attr| attr.path().is_ident("deprecated"))?;
    let deprecation = match &attr.meta {
        Meta::NameValue(pair) => Deprecation { note: FromMeta::from_expr(&pair.value).ok(), ..Deprecation::default() },
        meta => Deprecation::from_meta(meta).unwrap_or_default(),
    };
    Some(Deprecation { tokens: attr.to_token_stream(), ..deprecation })
}

/// Reports a later attribute that derives `StudioErrorCode` again: the impls would conflict, one by one.
pub(crate) fn derived_again(attrs: &[Attribute]) -> Option<syn::Error> {
    let derives = attrs.iter().filter(|attr| attr.path().is_ident("derive"));
    let paths = derives.filter_map(|attr| PathList::from_meta(&attr.meta).ok()).flat_map(|paths| paths.to_vec());
    let mut again = paths.filter(|path| path.segments.last().is_some_and(|last| last.ident == "StudioErrorCode"));
    Some(over(&again.next()?, "`StudioErrorCode` is derived twice", "remove one of them"))
}
