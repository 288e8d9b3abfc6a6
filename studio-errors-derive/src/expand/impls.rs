//! The impls of traits. Most methods are one `match`.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{Ident, WherePredicate, parse_quote};

use super::conflicts::{check_of_parameters, depends_on_parameters};
use super::impl_block::implement;
use super::nested::call;
use super::pattern::{any, binding, write};
use super::tokens::Tokens;
use super::{code_set, conflicts, details, frameworks, from_code};
use crate::model::{Accessor, Kind, Model, Variant};

pub(crate) fn expand(model: &Model) -> TokenStream {
    let coded = coded(model);
    let (items, list) = code_set::codes(model);
    let code_set = code_set::expand(model, &list);
    let member = member(model);
    let serialize = model.attr.serialize.value().is_none_or(|yes| yes.0).then(|| serialize(model));
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
    let (own_message, to_json) = (own_message(model), to_json(model));
    let retry_after = retry_after(model);
    let (write_details, details_json) = (details::write_details(model), details_json(model));
    let mut bounds = conflicts::bounds(model, "StudioErrorCode");
    bounds.extend(model.generic_details().map(|ty| parse_quote!(#ty: __studio::Serialize)));
    if conflicts::may_conflict(model) {
        bounds.extend(conflicts::bounds(model, "CodeSet"));
    }
    let has_display = |variant: &Variant| matches!(variant.kind, Kind::Coded { display: Some(_), .. });
    if depends_on_parameters(model) && model.variants.iter().any(has_display) {
        bounds.push(parse_quote!(Self: __studio::Display));
    }
    implement(
        model,
        &quote!(StudioErrorCode),
        bounds,
        &quote!(#info #own_message #to_json #retry_after #write_details #details_json),
    )
}

fn info(model: &Model) -> TokenStream {
    let mut coded = Tokens::at(Span::call_site());
    let (mut patterns, mut infos) = (Vec::new(), Vec::new());
    for variant in &model.variants {
        match &variant.kind {
            Kind::Coded { row, .. } => {
                write(model, variant, "..", &mut coded);
                coded.marks("=>").token(Literal::usize_unsuffixed(*row)).marks(",");
            }
            Kind::Transparent(inner) => {
                patterns.push(binding(model, variant, inner));
                infos.push(call(inner, "StudioErrorCode", "info"));
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

/// Implements `own_message`, and `message` if the default does not apply.
fn own_message(model: &Model) -> TokenStream {
    let text = quote!(__studio::Cow<'_, __studio::str>);
    let own = |variant: &Variant| match variant.kind {
        Kind::Coded { display: Some(span), .. } => Some(displayed(model, variant, span)),
        _ => None,
    };
    match forwarded(model, "own_message", &text, &quote!(__studio::None), own) {
        Some(own_message) => quote! {
            fn message(&self) -> #text {
                __studio::message(self)
            }
            #own_message
        },
        None => quote!(fn own_message(&self) -> __studio::Option<#text> { __studio::None }),
    }
}

/// Implements `details_json`, if types are nested: they may implement it by hand.
fn details_json(model: &Model) -> Option<TokenStream> {
    let has_own = model.details().next().is_some();
    let own = if has_own { quote!(__studio::details_json(self)) } else { quote!(__studio::None) };
    forwarded(model, "details_json", &quote!(__studio::String), &own, |_| None)
}

/// A method that returns an `Option` of the type `ty`. A transparent variant calls the method of its field, and another one has the arm
/// `own`, or the value `rest`. Returns `None` if there are no arms.
fn forwarded(
    model: &Model,
    method: &str,
    ty: &TokenStream,
    rest: &TokenStream,
    own: impl Fn(&Variant) -> Option<TokenStream>,
) -> Option<TokenStream> {
    let arm = |variant: &Variant| match &variant.kind {
        Kind::Transparent(inner) => Some(calling(model, variant, inner, "StudioErrorCode", method)),
        Kind::Coded { .. } => own(variant),
    };
    let arms: Vec<_> = model.variants.iter().filter_map(arm).collect();
    if arms.is_empty() {
        return None;
    }
    let (method, check) = (format_ident!("{method}"), check_of_parameters(model, &quote!(Self)));
    let rest = (arms.len() < model.variants.len()).then(|| quote!(_ => #rest,));
    Some(quote!(fn #method(&self) -> __studio::Option<#ty> { #check match self { #(#arms,)* #rest } }))
}

/// An arm that calls a method of a field.
fn calling(model: &Model, variant: &Variant, field: &Accessor, of: &str, method: &str) -> TokenStream {
    let (pattern, call) = (binding(model, variant, field), call(field, of, method));
    quote!(#pattern => #call)
}

/// Implements `to_json`, if some bodies are constants: they need only the facts of the code.
fn to_json(model: &Model) -> TokenStream {
    let is_constant =
        |variant: &&Variant| matches!(variant.kind, Kind::Coded { display: None, .. }) && variant.details.is_empty();
    let (constant, rendered): (Vec<_>, Vec<_>) = model.variants.iter().partition(is_constant);
    if constant.is_empty() {
        return TokenStream::new();
    }
    let rendered: Vec<_> = rendered.into_iter().map(|variant| any(model, variant)).collect();
    let described = quote!(__studio::described(__studio::StudioErrorCode::info(self)));
    let body = if rendered.is_empty() {
        described
    } else {
        quote!(match self { #(#rendered)|* => __studio::to_json(self), _ => #described })
    };
    quote!(fn to_json(&self) -> __studio::Cow<'static, __studio::str> { #body })
}

fn retry_after(model: &Model) -> Option<TokenStream> {
    let own = |variant: &Variant| {
        let field = variant.retry_after.as_ref()?;
        Some(calling(model, variant, field, "RetryAfter", "retry_after"))
    };
    forwarded(model, "retry_after", &quote!(__studio::Duration), &quote!(__studio::None), own)
}

/// Implements `Member`: each type is a member of its own code set.
fn member(model: &Model) -> TokenStream {
    let ident = &model.ident;
    let (_, arguments, _) = model.generics.split_for_impl();
    implement(model, &quote!(Member<#ident #arguments>), reports_codes(model), &TokenStream::new())
}

/// The bound of an impl that needs the type to report codes.
pub(super) fn reports_codes(model: &Model) -> Option<WherePredicate> {
    depends_on_parameters(model).then(|| parse_quote!(Self: __studio::StudioErrorCode))
}

fn serialize(model: &Model) -> TokenStream {
    let this = as_dyn(model, &quote!(self));
    let body = quote! {
        fn serialize<__S: __studio::Serializer>(&self, __serializer: __S) -> __studio::Result<__S::Ok, __S::Error> {
            __studio::serialize(#this, __serializer)
        }
    };
    implement(model, &quote!(Serialize), reports_codes(model), &body)
}

/// An expression that coerces to a `dyn` reference. A struct may be unsized; a reference to it is not.
fn as_dyn(model: &Model, this: &TokenStream) -> TokenStream {
    let may_be_unsized = model.is_struct && model.variants.iter().any(|variant| !variant.is_unit);
    if may_be_unsized { quote!(&#this) } else { this.clone() }
}

/// The arm of a variant whose message is the `Display` text of the value. The pattern binds the value at the key, where
/// rustc reports a missing `Display`: if a macro passes the key on, a `self` at the key would not be the one of the method.
fn displayed(model: &Model, variant: &Variant, span: Span) -> TokenStream {
    let (any, this) = (any(model, variant), Ident::new("__this", span));
    let value = as_dyn(model, &quote!(#this));
    quote_spanned!(span=> #this @ #any => __studio::display(#value))
}
