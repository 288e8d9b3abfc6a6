//! Own facts of a code: names and texts.

use proc_macro2::Span;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Ident, Lit, Meta, Token};

use super::{Entry, Value, string, ungrouped, write};
use crate::diagnostics::{at, over};

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
    fn read(entry: &Entry<'_>) -> syn::Result<(Self, Span)> {
        let Entry::Meta(Meta::List(list)) = entry else {
            let help = format!("write them as in `{}`", entry.form());
            return Err(over(entry, "`properties` takes its values in parentheses", &help));
        };
        let listed = |input: ParseStream<'_>| Punctuated::<_, Token![,]>::parse_terminated_with(input, property);
        let properties: Vec<Property> = list.parse_args_with(listed)?.into_iter().collect();
        if properties.is_empty() {
            return Err(over(entry, "`properties` states no property", "remove `properties`"));
        }
        for (i, property) in properties.iter().enumerate() {
            if properties[..i].iter().any(|other| other.name == property.name) {
                let fact = format!("property `{}` is repeated", property.name);
                return Err(at(property.name_span, &fact, "remove one of them"));
            }
        }
        Ok((Self(properties), entry.span()))
    }
}

fn property(input: ParseStream<'_>) -> syn::Result<Property> {
    let name = input.call(Ident::parse_any)?;
    if !input.peek(Token![=]) {
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
