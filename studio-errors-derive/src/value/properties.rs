//! Own facts of a code: names and texts.

use proc_macro2::Span;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, Ident, Lit, Meta, Token};

use super::{Value, form, string, ungrouped, write};
use crate::diagnostics::over;

/// One property that is stated.
#[derive(Clone)]
pub(crate) struct Property {
    pub(crate) name: String,
    pub(crate) name_span: Span,
    pub(crate) value: String,
    pub(crate) value_span: Span,
}

#[derive(Clone)]
pub(crate) struct Properties(pub(crate) Vec<Property>);

impl Value for Properties {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        let Meta::List(list) = meta else {
            let help = format!("write them as in `{}`", form(meta.path()));
            return Err(over(meta, "`properties` takes its values in parentheses", &help));
        };
        let properties = listed.parse2(list.tokens.clone())?;
        if properties.is_empty() {
            return Err(over(meta, "`properties` states no property", "remove `properties`"));
        }
        for (i, property) in properties.iter().enumerate() {
            if properties[..i].iter().any(|other| other.name == property.name) {
                let fact = format!("property `{}` is repeated", property.name);
                return Err(crate::diagnostics::at(property.name_span, &fact, "remove one of them"));
            }
        }
        Ok((Self(properties), list.path.span()))
    }
}

fn listed(input: ParseStream<'_>) -> syn::Result<Vec<Property>> {
    let mut properties = Vec::new();
    while !input.is_empty() {
        properties.push(property(input)?);
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(properties)
}

fn property(input: ParseStream<'_>) -> syn::Result<Property> {
    let name = input.call(Ident::parse_any)?;
    let has_value = input.peek(Token![=]);
    if !has_value {
        let fact = format!("property `{}` has no value", name.unraw());
        return Err(over(&name, &fact, &write(&format!("{} = \"..\"", name.unraw()))));
    }
    input.parse::<Token![=]>()?;
    let value: Expr = input.parse()?;
    match ungrouped(&value) {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Ok(Property {
            name: name.unraw().to_string(),
            name_span: name.span(),
            value: string(text),
            value_span: text.span(),
        }),
        other => {
            let fact = format!("the value of property `{}` is not a string", name.unraw());
            let written = other.to_token_stream().to_string();
            Err(over(&value, &fact, &write(&format!("\"{}\"", written.trim_matches('"')))))
        }
    }
}
