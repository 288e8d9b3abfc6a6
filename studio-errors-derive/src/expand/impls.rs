//! The impls of traits. Most methods are one `match`.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Ident, WherePredicate, parse_quote};

use super::conflicts::{Codes, check_of_parameters, depends_on_parameters};
use super::impl_block::implement;
use super::nested::{call, others, transparents};
use super::pattern::{any, binding};
use super::tokens::Tokens;
use super::{code_set, conflicts, details, frameworks, from_code};
use crate::model::{Kind, Model, Variant};

pub(crate) fn expand(model: &Model) -> TokenStream {
    let coded = coded(model);
    let Codes { items, list } = code_set::codes(model);
    let code_set = code_set::expand(model, &list);
    let member = member(model);
    let serialize = model.serialize.then(|| serialize(model));
    let from_code = model.from_code.then(|| from_code::expand(model));
    let frameworks = frameworks::expand(model);
    quote! {
        #items
        #coded
        #code_set
        #member
        #serialize
        #from_code
        #frameworks
    }
}

pub(super) fn coded(model: &Model) -> TokenStream {
    let info = info(model);
    let message = message(model);
    let retry_after = retry_after(model);
    let details = details::methods(model, check_of_parameters(model, &quote!(Self)).as_ref());
    let mut bounds: Vec<WherePredicate> = others(model)
        .filter(|inner| inner.is_generic)
        .map(|inner| &inner.ty)
        .map(|ty| parse_quote!(#ty: __studio::StudioErrorCode))
        .collect();
    let generic_details = details::of(model).map(|detail| &detail.field).filter(|field| field.is_generic);
    bounds.extend(generic_details.map(|field| &field.ty).map(|ty| parse_quote!(#ty: __studio::Serialize)));
    if conflicts::depend_on_parameters(model) {
        bounds.extend(conflicts::bounds(model));
    }
    if has_display(model) && depends_on_parameters(model) {
        bounds.push(parse_quote!(Self: __studio::Display));
    }
    implement(model, &quote!(__studio::StudioErrorCode), bounds, &quote!(#info #message #retry_after #details))
}

fn info(model: &Model) -> TokenStream {
    let mut coded = Tokens::at(Span::call_site());
    let (mut patterns, mut infos) = (Vec::new(), Vec::new());
    for variant in &model.variants {
        match &variant.kind {
            Kind::Coded { row, .. } => {
                any(model, variant).write(&mut coded);
                coded.marks("=>").token(Literal::usize_unsuffixed(*row)).marks(",");
            }
            Kind::Transparent(inner) => {
                patterns.push(binding(model, variant, inner));
                infos.push(call(inner, &quote!(StudioErrorCode), "info"));
            }
        }
    }
    let coded = coded.into_stream();
    let found = if model.variants.is_empty() {
        quote!(match *self {})
    } else if model.rows.is_empty() {
        quote!(match self { #(#patterns => #infos,)* })
    } else {
        quote! {
            let __row = match self { #(#patterns => return #infos,)* #coded };
            __studio::info(&__TABLE, __row)
        }
    };
    let check = check_of_parameters(model, &quote!(Self));
    quote! {
        fn info(&self) -> __studio::ErrorInfo {
            #check
            #found
        }
    }
}

/// Implements `message`, if the default does not apply, and `to_json`.
fn message(model: &Model) -> TokenStream {
    if model.variants.is_empty() {
        return TokenStream::new();
    }
    let message = (has_display(model) || transparents(model).next().is_some()).then(|| {
        let default = quote!(__studio::Cow::Borrowed(__studio::StudioErrorCode::info(self).description()));
        let body = of_variants(model, "message", &default);
        quote! {
            fn message(&self) -> __studio::Cow<'_, __studio::str> {
                #body
            }
        }
    });
    // The default compares the message with the description, which takes twice as long.
    let described = quote!(__studio::described(__studio::StudioErrorCode::info(self)));
    let body = of_variants(model, "to_json", &described);
    quote! {
        #message

        fn to_json(&self) -> __studio::Cow<'static, __studio::str> {
            #body
        }
    }
}

/// The body of `message` or `to_json`. The variants without an arm use `default`.
fn of_variants(model: &Model, method: &str, default: &TokenStream) -> TokenStream {
    let arms: Vec<_> = model
        .variants
        .iter()
        .filter_map(|variant| match &variant.kind {
            Kind::Coded { .. } if method == "to_json" && !variant.details.is_empty() => {
                let any = any(model, variant);
                let this = as_dyn(model, &quote!(self));
                Some(quote!(#any => __studio::to_json_of(#this)))
            }
            Kind::Coded { display: None, .. } => None,
            Kind::Coded { display: Some(span), .. } => Some(displayed(model, variant, *span, method)),
            Kind::Transparent(inner) => {
                let pattern = binding(model, variant, inner);
                let method = call(inner, &quote!(StudioErrorCode), method);
                Some(quote!(#pattern => #method))
            }
        })
        .collect();
    if arms.is_empty() {
        return default.clone();
    }
    let check = check_of_parameters(model, &quote!(Self));
    let rest = (arms.len() < model.variants.len()).then(|| quote!(_ => #default,));
    quote! {
        #check
        match self { #(#arms,)* #rest }
    }
}

fn retry_after(model: &Model) -> TokenStream {
    let arms: Vec<_> = model
        .variants
        .iter()
        .filter_map(|variant| match (&variant.kind, &variant.retry_after) {
            (Kind::Transparent(inner), _) => {
                let pattern = binding(model, variant, inner);
                let retry_after = call(inner, &quote!(StudioErrorCode), "retry_after");
                Some(quote!(#pattern => #retry_after))
            }
            (Kind::Coded { .. }, Some(field)) => {
                let pattern = binding(model, variant, field);
                let retry_after = call(field, &quote!(RetryAfter), "retry_after");
                Some(quote!(#pattern => #retry_after))
            }
            (Kind::Coded { .. }, None) => None,
        })
        .collect();
    if arms.is_empty() {
        return TokenStream::new();
    }
    let check = check_of_parameters(model, &quote!(Self));
    let rest = (arms.len() < model.variants.len()).then(|| quote!(_ => __studio::None,));
    quote! {
        fn retry_after(&self) -> __studio::Option<__studio::Duration> {
            #check
            match self { #(#arms,)* #rest }
        }
    }
}

/// Implements `Member`: each type is a member of its own code set.
fn member(model: &Model) -> TokenStream {
    let ident = &model.ident;
    let (_, arguments, _) = model.generics.split_for_impl();
    implement(model, &quote!(__studio::Member<#ident #arguments>), reports_codes(model), &TokenStream::new())
}

/// The bound of an impl that needs the type to report codes.
pub(super) fn reports_codes(model: &Model) -> Vec<WherePredicate> {
    depends_on_parameters(model).then(|| parse_quote!(Self: __studio::StudioErrorCode)).into_iter().collect()
}

fn serialize(model: &Model) -> TokenStream {
    let this = as_dyn(model, &quote!(self));
    implement(
        model,
        &quote!(__studio::Serialize),
        reports_codes(model),
        &quote! {
            fn serialize<__S: __studio::Serializer>(
                &self,
                __serializer: __S,
            ) -> __studio::Result<__S::Ok, __S::Error> {
                __studio::serialize(#this, __serializer)
            }
        },
    )
}

/// An expression that coerces to a `dyn` reference. A struct may be unsized; a reference to it is not.
fn as_dyn(model: &Model, this: &TokenStream) -> TokenStream {
    let may_be_unsized = model.is_struct && model.variants.iter().any(|variant| !variant.is_unit);
    if may_be_unsized { quote!(&#this) } else { this.clone() }
}

/// The arm of a variant that calls a function with the `Display` text of the value. The pattern binds the value at the key, where
/// rustc reports a missing `Display`: if a macro passes the key on, a `self` at the key would not be the one of the method.
fn displayed(model: &Model, variant: &Variant, span: Span, function: &str) -> TokenStream {
    let (any, function, this) = (any(model, variant), Ident::new(function, span), Ident::new("__this", span));
    let value = as_dyn(model, &quote!(#this));
    quote_spanned!(span=> #this @ #any => __studio::#function(__studio::StudioErrorCode::info(#this), #value))
}

fn has_display(model: &Model) -> bool {
    model.variants.iter().any(|variant| matches!(variant.kind, Kind::Coded { display: Some(_), .. }))
}
