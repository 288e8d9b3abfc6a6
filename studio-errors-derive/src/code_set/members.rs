//! The members of a set: an impl of `Member` for each listed type.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Ident;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::listed::Listed;
use crate::diagnostics::Diagnostics;
use crate::expand::source;
use crate::model::pointee;

/// Implements `Member` for each type. A type that is listed twice gets one impl, and a diagnostic at the second occurrence.
pub(super) fn expand(set: &Ident, types: &[Listed], diagnostics: &mut Diagnostics) -> TokenStream {
    let mut known: Vec<(String, &Listed)> = Vec::new();
    let mut impls = TokenStream::new();
    for listed in types {
        let target = source(pointee(&listed.ty));
        match known.iter().find(|(other, _)| *other == target) {
            Some((_, first)) => repeated(first, listed, diagnostics),
            None => {
                impls.extend(member(set, listed));
                known.push((target, listed));
            }
        }
        repeated_codes(listed, diagnostics);
    }
    impls
}

fn repeated(first: &Listed, listed: &Listed, diagnostics: &mut Diagnostics) {
    let (ty, name, first_name) = (&listed.ty, source(&listed.ty), source(&first.ty));
    let (fact, help) = match (&first.codes, &listed.codes) {
        (None, Some(_)) => {
            (format!("`{first_name}` is already listed with all its codes"), "remove this entry".to_owned())
        }
        (Some(_), other) => {
            let help = if other.is_some() { "list all of them in one entry" } else { "remove one of the entries" };
            (format!("`{first_name}` is already listed with some of its codes"), help.to_owned())
        }
        (None, None) if name == first_name => (format!("`{name}` is listed twice"), format!("remove one `{name}`")),
        (None, None) => {
            let help = "remove one of them: a pointer to a member is a member";
            (format!("`{name}` is already listed as `{first_name}`"), help.to_owned())
        }
    };
    diagnostics.over(ty, &fact, &help);
}

fn repeated_codes(listed: &Listed, diagnostics: &mut Diagnostics) {
    let codes = listed.codes.as_deref().unwrap_or_default();
    for (_, code) in codes.iter().enumerate().filter(|(i, code)| codes[..*i].contains(code)) {
        diagnostics.over(code, &format!("`{code}` is listed twice"), &format!("remove one `{code}`"));
    }
}

/// The impl has the span of the type, where rustc reports another path to the same type.
fn member(set: &Ident, Listed { ty, codes, .. }: &Listed) -> TokenStream {
    let span = ty.span();
    // Another value of a type whose codes are all listed cannot exist.
    let undeclared = codes.as_ref().map(|_| {
        let name = set.unraw().to_string();
        quote! {
            fn undeclared(&self) -> __studio::Option<&'static __studio::str> {
                __studio::undeclared(__studio::StudioErrorCode::info(self), <#set as __studio::CodeSet>::CODES, #name)
            }
        }
    });
    // A listed set is not a `StudioErrorCode`. `for<'a>` lets rustc accept this bound although it is never true.
    quote_spanned! {span=>
        #[automatically_derived]
        impl __studio::Member<#set> for #ty where for<'__a> Self: __studio::StudioErrorCode {
            #undeclared
        }
    }
}
