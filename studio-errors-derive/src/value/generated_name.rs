//! The name of a generated type: a kind, or a received type.

use heck::ToUpperCamelCase;
use proc_macro2::Span;
use syn::Ident;

use super::{Entry, Text, Value};
use crate::diagnostics::{at, over};

#[derive(Clone)]
pub(crate) struct GeneratedName(pub(crate) Ident);

impl Value for GeneratedName {
    fn read(entry: &Entry<'_>) -> syn::Result<(Self, Span)> {
        let (Text(text), span) = Text::read(entry)?;
        if let Ok(mut ident) = syn::parse_str::<Ident>(&text) {
            ident.set_span(span);
            return Ok((Self(ident), span));
        }
        let key = entry.key();
        let suggested = text.to_upper_camel_case();
        Err(if text.trim().is_empty() {
            over(entry, &format!("the name in `{key}` is empty"), &format!("write `{key}`"))
        } else {
            let help = match syn::parse_str::<Ident>(&suggested) {
                Ok(_) => format!("write `\"{suggested}\"`"),
                Err(_) => format!("write an identifier, or `{key}` for the default name"),
            };
            at(span, &format!("`{}` is not an identifier", text.escape_debug()), &help)
        })
    }
}
