//! The members of a set: an impl of `Member` for each listed type.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::spanned::Spanned;
use syn::{Ident, Type};

use crate::diagnostics::Diagnostics;
use crate::expand::source;
use crate::model::pointee;

/// Implements `Member` for each type. A type that is listed twice gets one impl, and a diagnostic at the second occurrence.
pub(super) fn expand<'a>(
    set: &Ident,
    types: impl Iterator<Item = &'a Type>,
    diagnostics: &mut Diagnostics,
) -> TokenStream {
    let mut listed: Vec<(String, &Type)> = Vec::new();
    let mut impls = TokenStream::new();
    for ty in types {
        let target = source(pointee(ty));
        match listed.iter().find(|(other, _)| *other == target) {
            Some((_, first)) => repeated(&source(first), ty, diagnostics),
            None => {
                impls.extend(member(set, ty));
                listed.push((target, ty));
            }
        }
    }
    impls
}

fn repeated(first: &str, ty: &Type, diagnostics: &mut Diagnostics) {
    let name = source(ty);
    if name == first {
        diagnostics.over(ty, &format!("`{name}` is listed twice"), &format!("remove one `{name}`"));
    } else {
        let fact = format!("`{name}` is already listed as `{first}`");
        diagnostics.over(ty, &fact, "remove one of them: a pointer to a member is a member");
    }
}

/// The impl has the span of the type, where rustc reports another path to the same type.
fn member(set: &Ident, ty: &Type) -> TokenStream {
    let span = ty.span();
    // A listed set is not a `StudioErrorCode`. `for<'a>` lets rustc accept this bound although it is never true.
    quote_spanned! {span=>
        #[automatically_derived]
        impl __studio::Member<#set> for #ty where for<'__a> Self: __studio::StudioErrorCode {}
    }
}
