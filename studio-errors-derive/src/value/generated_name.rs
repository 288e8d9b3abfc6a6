//! The name of a generated type: a kind, or a received type.

use heck::ToUpperCamelCase;
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Ident, Meta};

use super::{Text, Value};
use crate::diagnostics::{at, over};

/// `None` is the default name.
#[derive(Clone)]
pub(crate) struct GeneratedName(pub(crate) Option<Ident>);

impl Value for GeneratedName {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        if let Meta::Path(path) = meta {
            return Ok((Self(None), path.span()));
        }
        let (Text(text), span) = Text::read(meta)?;
        if let Ok(mut ident) = syn::parse_str::<Ident>(&text) {
            ident.set_span(span);
            return Ok((Self(Some(ident)), span));
        }
        let key = super::word(meta);
        let suggested = text.to_upper_camel_case();
        Err(if text.trim().is_empty() {
            over(meta, &format!("the name in `{key}` is empty"), &format!("write `{key}`"))
        } else {
            let help = match syn::parse_str::<Ident>(&suggested) {
                Ok(_) => format!("write `\"{suggested}\"`"),
                Err(_) => format!("write an identifier, or `{key}` for the default name"),
            };
            at(span, &format!("`{}` is not an identifier", text.escape_debug()), &help)
        })
    }
}
