//! The methods that write the details of a value.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::impls::forwarded;
use super::nested::{item, transparents};
use super::pattern::{binding, binding_details, bound};
use crate::model::{Detail, Kind, Model, Variant};

/// All details of the type.
pub(super) fn of(model: &Model) -> impl Iterator<Item = &Detail> {
    model.variants.iter().flat_map(|variant| &variant.details)
}

/// Implements `write_details` and `details_json`, if the defaults do not apply. The statement `check` is first.
pub(super) fn methods(model: &Model, check: Option<&TokenStream>) -> TokenStream {
    let first = of(model).next().map(|detail| detail.span);
    let nested = transparents(model).next().is_some();
    if first.is_none() && !nested {
        return TokenStream::new();
    }
    let arms: Vec<_> = model.variants.iter().filter_map(|variant| arm(model, variant)).collect();
    let rest = (arms.len() < model.variants.len()).then(|| quote!(_ => {}));
    let arms = quote!(#(#arms,)* #rest);
    let this = quote!(self);
    // Without the feature `details`, the macro reports one error at the first key.
    let body = match first {
        Some(span) => quote_spanned!(span=> __studio::details! { #this #arms }),
        None => quote!(match self { #arms }),
    };
    let own = if first.is_some() { quote!(__studio::details_json(self)) } else { quote!(__studio::None) };
    // A nested type may implement `details_json` by hand.
    let details_json = forwarded(model, "details_json", &quote!(__studio::String), &own, |_| None);
    quote! {
        fn write_details<'__a>(&'__a self, __details: &mut __studio::Details<'__a>) {
            #check
            #body
        }

        #details_json
    }
}

/// Writes the details of a variant, if it has any.
fn arm(model: &Model, variant: &Variant) -> Option<TokenStream> {
    match &variant.kind {
        Kind::Transparent(inner) => {
            let (pattern, value) = (binding(model, variant, inner), bound(inner));
            let write = item(&inner.ty, "StudioErrorCode", "write_details");
            Some(quote!(#pattern => #write(#value, __details)))
        }
        Kind::Coded { .. } if variant.details.is_empty() => None,
        Kind::Coded { .. } => {
            let (pattern, names) = binding_details(model, variant);
            let members = variant.details.iter().zip(names).map(|(detail, name)| {
                let (ty, member) = (&detail.field.ty, &detail.name);
                // rustc reports a type that is not `Serialize` at the type.
                if detail.is_whole {
                    quote_spanned!(ty.span()=> .whole::<#ty>(#name))
                } else {
                    quote_spanned!(ty.span()=> .member::<#ty>(#member, #name))
                }
            });
            let object = (!variant.details[0].is_whole).then(|| quote!(.object()));
            Some(quote!(#pattern => { __details #object #(#members)*; }))
        }
    }
}
