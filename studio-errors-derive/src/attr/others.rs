//! Other attributes: `#[deprecated]` and `#[derive(..)]`.

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, MetaNameValue, Path, Token};

use crate::diagnostics::over;
use crate::value::ungrouped;

/// The `#[deprecated]` of a variant.
pub(crate) struct Deprecation {
    /// The attribute, for the constant.
    pub(crate) tokens: Attribute,
    pub(crate) since: Option<String>,
    pub(crate) note: Option<String>,
}

/// Reads the `#[deprecated]` of a variant. rustc reports a malformed or repeated one.
pub(crate) fn deprecated(attrs: &[Attribute]) -> Option<Deprecation> {
    let attr = attrs.iter().find(|attr| attr.path().is_ident("deprecated"))?;
    let (mut since, mut note) = (None, None);
    match &attr.meta {
        Meta::Path(_) => {}
        Meta::NameValue(pair) => note = text(&pair.value),
        Meta::List(list) => {
            let pairs = Punctuated::<MetaNameValue, Token![,]>::parse_terminated;
            for pair in list.parse_args_with(pairs).unwrap_or_default() {
                if pair.path.is_ident("since") {
                    since = text(&pair.value);
                } else if pair.path.is_ident("note") {
                    note = text(&pair.value);
                }
            }
        }
    }
    Some(Deprecation { tokens: attr.clone(), since, note })
}

/// Reports a later attribute that derives `StudioErrorCode` again: the impls would conflict, one by one.
pub(crate) fn derived_again(attrs: &[Attribute]) -> Option<syn::Error> {
    let derives = attrs.iter().filter(|attr| attr.path().is_ident("derive"));
    let paths = derives.filter_map(|attr| attr.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated).ok());
    let again =
        paths.flatten().find(|path| path.segments.last().is_some_and(|last| last.ident == "StudioErrorCode"))?;
    Some(over(&again, "`StudioErrorCode` is derived twice", "remove one of them"))
}

fn text(value: &Expr) -> Option<String> {
    match ungrouped(value) {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}
