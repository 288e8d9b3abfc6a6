//! The method that writes the details of a value.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::conflicts::check_of_parameters;
use super::nested::item;
use super::pattern::{binding, binding_details, bound};
use crate::model::{Kind, Model, Variant};

/// Implements `write_details`, if the default does not apply.
pub(super) fn write_details(model: &Model) -> Option<TokenStream> {
    let arms: Vec<_> = model.variants.iter().filter_map(|variant| arm(model, variant)).collect();
    if arms.is_empty() {
        return None;
    }
    let check = check_of_parameters(model, &quote!(Self));
    let rest = (arms.len() < model.variants.len()).then(|| quote!(_ => {}));
    let (this, arms) = (quote!(self), quote!(#(#arms,)* #rest));
    // Without the feature `details`, the macro reports one error at the first key.
    let body = match model.details().next() {
        Some(first) => quote_spanned!(first.span=> __studio::details! { #this #arms }),
        None => quote!(match self { #arms }),
    };
    Some(quote! {
        fn write_details<'__a>(&'__a self, __details: &mut __studio::Details<'__a>) {
            #check
            #body
        }
    })
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
