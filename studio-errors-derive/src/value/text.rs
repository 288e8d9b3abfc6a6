//! A string.

use proc_macro2::Span;
use syn::{Expr, ExprLit, Lit, LitStr};

use super::{Entry, Value, kind, write};
use crate::diagnostics::over;

#[derive(Clone)]
pub(crate) struct Text(pub(crate) String);

impl Value for Text {
    fn read(entry: &Entry<'_>) -> syn::Result<(Self, Span)> {
        let expr = entry.assigned("a string")?;
        let help = match expr {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => {
                let value = string(text);
                if value.trim().is_empty()
                    && let Some(help) = instead_of_empty(&entry.key())
                {
                    return Err(over(text, &format!("`{}` is empty", entry.key()), help));
                }
                return Ok((Self(value), text.span()));
            }
            Expr::Lit(ExprLit { lit: Lit::ByteStr(text), .. }) => {
                String::from_utf8(text.value()).ok().map(|text| write(&format!("{text:?}")))
            }
            Expr::Path(path) => path.path.get_ident().map(|ident| write(&format!("\"{ident}\""))),
            _ => None,
        };
        let help = help.unwrap_or_else(|| format!("write the text itself, as in `{}`", entry.form()));
        Err(over(expr, &format!("`{}` takes a string, not {}", entry.key(), kind(expr)), &help))
    }
}

/// Returns the value of a string literal.
// `LitStr::value` reads one character after the other. Most literals have no escape sequence.
pub(crate) fn string(literal: &LitStr) -> String {
    let source = literal.token().to_string();
    match source.strip_prefix('"').and_then(|source| source.strip_suffix('"')) {
        Some(text) if !text.contains('\\') => text.to_owned(),
        _ => literal.value(),
    }
}

/// Returns help for an empty value. The text of other keys, such as names and categories, is checked elsewhere.
fn instead_of_empty(key: &str) -> Option<&'static str> {
    match key {
        "description" => Some("write what happened, or a doc comment instead"),
        "resolution" => Some("remove `resolution`"),
        "detail" => Some("write a name, or `detail` alone for the name of the field"),
        "target" => Some("remove `target`: the default is the module of the type"),
        _ => None,
    }
}
