//! The impls: each method is one `match`, or one look into the table.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{GenericArgument, Ident, Member, PathArguments, Type, WherePredicate, parse_quote, parse_quote_spanned};

use super::agreement;
use crate::model::{Accessor, Kind, Model, Variant};

pub(crate) fn expand(model: &Model) -> TokenStream {
    let coded = coded(model);
    let code_set = code_set(model);
    let serialize = model.serialize.then(|| serialize(model));
    let from_code = model.from_code.then(|| from_code(model));
    let axum = model.axum.map(|span| response(model, span, &quote_spanned!(span=> axum_response)));
    let actix = model.actix.map(|span| response(model, span, &quote_spanned!(span=> actix_response)));
    let utoipa = model.utoipa.map(|span| documented(model, span));
    quote! {
        #coded
        #code_set
        #serialize
        #from_code
        #axum
        #actix
        #utoipa
    }
}

fn coded(model: &Model) -> TokenStream {
    let info = info(model);
    let message = message(model);
    let retry_after = retry_after(model);
    let mut bounds: Vec<WherePredicate> = transparents(model)
        .filter(|inner| inner.is_generic)
        .map(|inner| &inner.ty)
        .map(|ty| parse_quote!(#ty: __studio::StudioErrorCode))
        .collect();
    if has_display(model) && model.generics.type_params().next().is_some() {
        bounds.push(parse_quote!(Self: __studio::Display));
    }
    implement(model, &quote!(__studio::StudioErrorCode), bounds, &quote!(#info #message #retry_after))
}

fn info(model: &Model) -> TokenStream {
    let arms = model.variants.iter().map(|variant| match &variant.kind {
        Kind::Coded { row, .. } => {
            let any = any(model, variant);
            let row = Literal::usize_unsuffixed(*row);
            quote!(#any => #row)
        }
        Kind::Transparent(inner) => {
            let pattern = binding(model, variant, inner);
            let info = nested(inner, "info");
            quote!(#pattern => return #info(__inner))
        }
    });
    let look_up = look_up(model, arms, |arms| quote!(let __row = match self { #arms }; &__TABLE[__row]));
    quote! {
        fn info(&self) -> &'static __studio::ErrorInfo {
            #look_up
        }
    }
}

/// The body of `info`, also where there is no table or no value.
fn look_up(
    model: &Model,
    arms: impl Iterator<Item = TokenStream>,
    table: impl FnOnce(TokenStream) -> TokenStream,
) -> TokenStream {
    if model.variants.is_empty() {
        return quote!(match *self {});
    }
    if model.rows.is_empty() {
        let arms = model.variants.iter().filter_map(|variant| match &variant.kind {
            Kind::Transparent(inner) => {
                let pattern = binding(model, variant, inner);
                let info = nested(inner, "info");
                Some(quote!(#pattern => #info(__inner)))
            }
            Kind::Coded { .. } => None,
        });
        return quote!(match self { #(#arms,)* });
    }
    table(quote!(#(#arms,)*))
}

/// `message` and `to_json`, where they are not those of the table.
fn message(model: &Model) -> TokenStream {
    if !has_display(model) && transparents(model).next().is_none() {
        return TokenStream::new();
    }
    let arms = |method: &str, display: fn(Span) -> TokenStream| {
        let arms: Vec<_> = model
            .variants
            .iter()
            .filter_map(|variant| match &variant.kind {
                Kind::Coded { display: None, .. } => None,
                Kind::Coded { display: Some(span), .. } => {
                    let any = any(model, variant);
                    let display = display(*span);
                    Some(quote!(#any => #display))
                }
                Kind::Transparent(inner) => {
                    let pattern = binding(model, variant, inner);
                    let method = nested(inner, method);
                    Some(quote!(#pattern => #method(__inner)))
                }
            })
            .collect();
        let has_rest = arms.len() < model.variants.len();
        (arms, has_rest)
    };
    let (messages, has_rest) =
        arms("message", |span| quote_spanned!(span=> __studio::message(__studio::StudioErrorCode::info(self), self)));
    let message_rest =
        has_rest.then(|| quote!(_ => __studio::Cow::Borrowed(__studio::StudioErrorCode::description(self)),));
    let (jsons, _) =
        arms("to_json", |span| quote_spanned!(span=> __studio::to_json(__studio::StudioErrorCode::info(self), self)));
    let json_rest = has_rest.then(|| quote!(_ => __studio::described(__studio::StudioErrorCode::info(self)),));
    quote! {
        fn message(&self) -> __studio::Cow<'_, __studio::str> {
            match self { #(#messages,)* #message_rest }
        }

        fn to_json(&self) -> __studio::Cow<'static, __studio::str> {
            match self { #(#jsons,)* #json_rest }
        }
    }
}

fn retry_after(model: &Model) -> TokenStream {
    let arms: Vec<_> = model
        .variants
        .iter()
        .filter_map(|variant| match (&variant.kind, &variant.retry_after) {
            (Kind::Transparent(inner), _) => {
                let pattern = binding(model, variant, inner);
                let retry_after = nested(inner, "retry_after");
                Some(quote!(#pattern => #retry_after(__inner)))
            }
            (Kind::Coded { .. }, Some(field)) => {
                let pattern = binding(model, variant, field);
                let retry_after = item(&field.ty, &quote!(RetryAfter), "retry_after");
                Some(quote!(#pattern => #retry_after(__inner)))
            }
            (Kind::Coded { .. }, None) => None,
        })
        .collect();
    if arms.is_empty() {
        return TokenStream::new();
    }
    let rest = (arms.len() < model.variants.len()).then(|| quote!(_ => __studio::None,));
    quote! {
        fn retry_after(&self) -> __studio::Option<__studio::Duration> {
            match self { #(#arms,)* #rest }
        }
    }
}

fn code_set(model: &Model) -> TokenStream {
    let own = own_codes(model);
    // A type that nests itself adds no code to its own.
    let nested = transparents(model).filter(|inner| !is_self(&inner.ty, &model.ident));
    let nested: Vec<_> = nested.map(|inner| item(&inner.ty, &quote!(CodeSet), "CODES")).collect();
    let list = match (&own, nested.is_empty()) {
        (Some(_), true) => quote!(__OWN),
        (Some(_), false) => quote!(__OWN.and(&[#(#nested),*])),
        (None, _) => quote!(__studio::nested_codes(&[#(#nested),*])),
    };
    let list = if agreement::is_generic(model) {
        let check = agreement::in_place(&agreement::parts_of(model));
        quote!({ #check #list })
    } else {
        list
    };
    let bounds = transparents(model)
        .filter(|inner| inner.is_generic)
        .map(|inner| &inner.ty)
        .map(|ty| parse_quote!(#ty: __studio::CodeSet))
        .collect();
    let code_set =
        implement(model, &quote!(__studio::CodeSet), bounds, &quote!(const CODES: __studio::CodeList = #list;));
    quote!(#own #code_set)
}

/// The codes of the type itself, and the numbers that it reserves; `None` where it has neither.
fn own_codes(model: &Model) -> Option<TokenStream> {
    let catalog = super::catalog(model);
    let codes = if model.rows.is_empty() {
        let reserved = model.reserved.iter().map(|(first, last)| quote!((#first, #last)));
        quote!(__studio::reserved_numbers::<#catalog>(&[#(#reserved),*]))
    } else {
        quote!(__DEFINITIONS.codes(&__TABLE))
    };
    model.has_own().then(|| quote!(const __OWN: __studio::CodeList = #codes;))
}

fn serialize(model: &Model) -> TokenStream {
    let bounds = if model.generics.type_params().next().is_some() {
        vec![parse_quote!(Self: __studio::StudioErrorCode)]
    } else {
        Vec::new()
    };
    implement(
        model,
        &quote!(__studio::Serialize),
        bounds,
        &quote! {
            fn serialize<__S: __studio::Serializer>(
                &self,
                __serializer: __S,
            ) -> __studio::Result<__S::Ok, __S::Error> {
                __studio::serialize(self, __serializer)
            }
        },
    )
}

fn from_code(model: &Model) -> TokenStream {
    let (mut arms, mut nested) = (TokenStream::new(), TokenStream::new());
    for variant in &model.variants {
        let path = path(model, variant);
        match &variant.kind {
            Kind::Coded { row, .. } if variant.is_unit && *row < model.distinct && model.rows[*row].number > 0 => {
                let number = model.rows[*row].number;
                arms.extend(quote!(#number => return __studio::Some(#path {}),));
            }
            Kind::Coded { .. } => {}
            Kind::Transparent(Accessor { member, ty, .. }) => {
                let from_parts = item(ty, &quote!(FromCode), "from_parts");
                nested.extend(quote! {
                    if let __studio::Some(__inner) = #from_parts(__prefix, __number) {
                        return __studio::Some(#path { #member: __inner });
                    }
                });
            }
        }
    }
    let catalog = super::catalog(model);
    let own = (!arms.is_empty()).then(|| {
        quote! {
            if __prefix == <#catalog as __studio::Catalog>::PREFIX {
                match __number {
                    #arms
                    _ => {}
                }
            }
        }
    });
    let bounds = transparents(model)
        .filter(|inner| inner.is_generic)
        .map(|inner| &inner.ty)
        .map(|ty| parse_quote!(#ty: __studio::FromCode))
        .collect();
    implement(
        model,
        &quote!(__studio::FromCode),
        bounds,
        &quote! {
            fn from_code(__code: &__studio::str) -> __studio::Option<Self> {
                __studio::from_code(__code)
            }

            #[allow(unused_variables)]
            fn from_parts(__prefix: &__studio::str, __number: __studio::u16) -> __studio::Option<Self> {
                #own
                #nested
                __studio::None
            }
        },
    )
}

/// Whether `ty` is the type itself, behind pointers.
pub(super) fn is_self(ty: &Type, ident: &Ident) -> bool {
    match ty {
        Type::Reference(reference) => is_self(&reference.elem, ident),
        Type::Paren(paren) => is_self(&paren.elem, ident),
        Type::Group(group) => is_self(&group.elem, ident),
        Type::Path(path) if path.qself.is_none() => {
            let Some(last) = path.path.segments.last() else { return false };
            let pointee = match &last.arguments {
                PathArguments::AngleBracketed(inner) if POINTERS.iter().any(|pointer| last.ident == pointer) => {
                    inner.args.first()
                }
                _ => None,
            };
            match pointee {
                Some(GenericArgument::Type(pointee)) => is_self(pointee, ident),
                _ => path.path.segments.len() == 1 && (last.ident == *ident || last.ident == "Self"),
            }
        }
        _ => false,
    }
}

const POINTERS: [&str; 3] = ["Box", "Rc", "Arc"];

/// A framework's response trait: a macro of `studio_errors`, which knows whether its feature is enabled.
fn response(model: &Model, span: Span, framework: &TokenStream) -> TokenStream {
    let ident = &model.ident;
    let mut bounded = model.generics.clone();
    let predicates = &mut bounded.make_where_clause().predicates;
    predicates.push(parse_quote_spanned!(span=> Self: __studio::Error));
    if model.generics.type_params().next().is_some() {
        predicates.push(parse_quote_spanned!(span=> Self: __studio::StudioErrorCode));
    }
    let (generics, arguments, bounds) = bounded.split_for_impl();
    quote_spanned!(span=> __studio::#framework! { [#generics] [#ident #arguments] [#bounds] })
}

/// utoipa's traits, likewise.
fn documented(model: &Model, span: Span) -> TokenStream {
    let ident = &model.ident;
    let mut bounded = model.generics.clone();
    if model.generics.type_params().next().is_some() {
        bounded.make_where_clause().predicates.push(parse_quote_spanned!(span=> Self: __studio::CodeSet));
    }
    let (generics, arguments, bounds) = bounded.split_for_impl();
    quote_spanned!(span=> __studio::utoipa_responses! { [#generics] [#ident #arguments] [#bounds] })
}

fn implement(model: &Model, of: &TokenStream, bounds: Vec<WherePredicate>, body: &TokenStream) -> TokenStream {
    let ident = &model.ident;
    let mut bounded = model.generics.clone();
    if !bounds.is_empty() {
        bounded.make_where_clause().predicates.extend(bounds);
    }
    let (generics, arguments, bounds) = bounded.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #generics #of for #ident #arguments #bounds {
            #body
        }
    }
}

fn has_display(model: &Model) -> bool {
    model.variants.iter().any(|variant| matches!(variant.kind, Kind::Coded { display: Some(_), .. }))
}

pub(super) fn transparents(model: &Model) -> impl Iterator<Item = &Accessor> {
    model.variants.iter().filter_map(|variant| match &variant.kind {
        Kind::Transparent(inner) => Some(inner),
        Kind::Coded { .. } => None,
    })
}

/// A method of the type that a transparent variant forwards to.
fn nested(inner: &Accessor, method: &str) -> TokenStream {
    item(&inner.ty, &quote!(StudioErrorCode), method)
}

/// `<ty as of>::name` from the first token of the type to its last: that is where rustc says that it is not `of`.
pub(super) fn item(ty: &Type, of: &TokenStream, name: &str) -> TokenStream {
    let tokens = ty.to_token_stream();
    let first = tokens.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
    let last = tokens.into_iter().last().map_or_else(Span::call_site, |token| token.span());
    let name = Ident::new(name, last);
    let open = quote_spanned!(first=> <);
    let close = quote_spanned!(last=> >::#name);
    quote!(#open #ty as __studio::#of #close)
}

fn path(model: &Model, variant: &Variant) -> TokenStream {
    // Not `Self::..`: rustc looks such a variant up by walking all of them, each time.
    let (ident, variant) = (&model.ident, &variant.ident);
    if model.is_struct { quote!(Self) } else { quote!(#ident::#variant) }
}

/// Any value of a variant.
fn any(model: &Model, variant: &Variant) -> TokenStream {
    let path = path(model, variant);
    quote!(#path { .. })
}

/// A variant with its field bound to `inner`.
fn binding(model: &Model, variant: &Variant, field: &Accessor) -> TokenStream {
    let path = path(model, variant);
    let member = match &field.member {
        Member::Named(name) => name.to_token_stream(),
        Member::Unnamed(index) => index.to_token_stream(),
    };
    quote!(#path { #member: __inner, .. })
}
