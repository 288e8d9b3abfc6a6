//! The method that writes the details of a value as JSON.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::nested::{call, transparents};
use super::pattern::{binding, binding_details, bound};
use crate::model::{Detail, Kind, Model};

/// All details of the type.
pub(super) fn of(model: &Model) -> impl Iterator<Item = &Detail> {
    model.variants.iter().flat_map(|variant| variant.details.iter().chain(&variant.whole_details))
}

/// Implements `details_json`, if the default does not apply. The statement `check` is first.
pub(super) fn method(model: &Model, check: Option<&TokenStream>) -> TokenStream {
    let first = of(model).next().map(|detail| detail.span);
    if first.is_none() && transparents(model).next().is_none() {
        return TokenStream::new();
    }
    let arms: Vec<_> = model
        .variants
        .iter()
        .filter_map(|variant| match &variant.kind {
            Kind::Transparent(inner) => {
                let pattern = binding(model, variant, inner);
                let details_json = call(inner, &quote!(StudioErrorCode), "details_json");
                Some(quote!(#pattern => #details_json))
            }
            Kind::Coded { .. } if variant.whole_details.is_some() => variant.whole_details.as_ref().map(|whole| {
                let pattern = binding(model, variant, &whole.field);
                let (ty, value) = (&whole.field.ty, bound(&whole.field));
                let of = quote_spanned!(ty.span()=> __studio::Details::whole::<#ty>);
                quote!(#pattern => #of(__studio::StudioErrorCode::info(self), #value))
            }),
            Kind::Coded { .. } if variant.details.is_empty() => None,
            Kind::Coded { .. } => {
                let (pattern, names) = binding_details(model, variant);
                let members = variant.details.iter().zip(names).map(|(detail, name)| {
                    let (ty, member) = (&detail.field.ty, &detail.name);
                    // rustc reports a type that is not `Serialize` at the type.
                    quote_spanned!(ty.span()=> .member::<#ty>(#member, #name))
                });
                Some(quote! {
                    #pattern => __studio::Details::of(__studio::StudioErrorCode::info(self))#(#members)*.finish()
                })
            }
        })
        .collect();
    let rest = (arms.len() < model.variants.len()).then(|| quote!(_ => __studio::None,));
    let arms = quote!(#(#arms,)* #rest);
    // Without the feature `details`, the macro reports one error at the first key.
    let body = match first {
        Some(span) => macro_call(span, &arms),
        None => quote!(match self { #arms }),
    };
    quote! {
        fn details_json(&self) -> __studio::Option<__studio::String> {
            #check
            #body
        }
    }
}

fn macro_call(span: Span, arms: &TokenStream) -> TokenStream {
    let this = quote!(self);
    quote_spanned!(span=> __studio::details! { #this #arms })
}
