//! The kinds of values: a number, a string, no value, a boolean, a path, a list of ranges.

mod choice;
mod detail_name;
mod generated_name;
mod grpc;
mod level;
mod number;
mod properties;
mod ranges;
#[cfg(test)]
mod tests;
mod text;

use darling::FromMeta;
use darling::ast::{MetaNameValueInvalidExpr, NestedMeta};
use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, Ident, Lit, Meta, Path};

pub(crate) use self::detail_name::DetailName;
pub(crate) use self::generated_name::GeneratedName;
pub(crate) use self::grpc::Grpc;
pub(crate) use self::level::Level;
pub(crate) use self::number::{Number, integer};
pub(crate) use self::properties::{Properties, Property};
pub(crate) use self::ranges::Ranges;
pub(crate) use self::text::{Text, string};
use crate::diagnostics::over;
use crate::key;

/// One `key = value` as it was written, with the error if the value cannot be read.
///
/// Reading an entry never fails, so that the other keys of the attribute are read too.
pub(crate) struct Entry<T> {
    pub(crate) key: Span,
    pub(crate) value: syn::Result<(T, Span)>,
}

impl<T: Value> FromMeta for Entry<T> {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        Ok(Self { key: span_of(meta.path()), value: T::read(meta) })
    }

    fn from_invalid_expr(meta: &MetaNameValueInvalidExpr) -> darling::Result<Self> {
        Ok(Self { key: span_of(&meta.path), value: Err(unreadable(meta)) })
    }
}

pub(crate) trait Value: Sized {
    /// Returns the value and the span of its token.
    fn read(meta: &Meta) -> syn::Result<(Self, Span)>;
}

#[derive(Clone)]
pub(crate) struct Word;

impl Value for Word {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        match meta {
            Meta::Path(path) => Ok((Self, path.span())),
            _ => Err(over(meta, &format!("`{}` takes no value", word(meta)), &write(&word(meta)))),
        }
    }
}

#[derive(Clone)]
pub(crate) struct YesNo(pub(crate) bool);

impl Value for YesNo {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        match assigned(meta, "`true` or `false`")? {
            Expr::Lit(ExprLit { lit: Lit::Bool(yes), .. }) => Ok((Self(yes.value), yes.span())),
            other => {
                let fact = format!("`{}` takes `true` or `false`, not {}", word(meta), kind(other));
                let help = match other {
                    Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if text.value() == "true" => write("true"),
                    Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if text.value() == "false" => write("false"),
                    // `true` is the default.
                    _ if word(meta) == "serialize" => write("false"),
                    _ => "write `true` or `false`".to_owned(),
                };
                Err(over(other, &fact, &help))
            }
        }
    }
}

#[derive(Clone)]
pub(crate) struct TypePath(pub(crate) Path);

impl Value for TypePath {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        let expr = assigned(meta, "a path")?;
        let help = match expr {
            Expr::Path(path) if path.qself.is_none() && path.attrs.is_empty() => {
                let span = path.path.segments.last().map_or_else(|| path.span(), |last| last.ident.span());
                return Ok((Self(path.path.clone()), span));
            }
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if text.parse::<Path>().is_ok() => write(&text.value()),
            _ => format!("write the path itself, as in `{}`", form(meta.path())),
        };
        Err(over(expr, &format!("`{}` takes a path, not {}", word(meta), kind(expr)), &help))
    }
}

/// The unknown keys.
#[derive(Default)]
pub(crate) struct Unknown(pub(crate) Vec<Path>);

impl FromMeta for Unknown {
    fn from_list(items: &[NestedMeta]) -> darling::Result<Self> {
        Ok(Self(items.iter().filter_map(path).cloned().collect()))
    }
}

pub(crate) fn path(item: &NestedMeta) -> Option<&Path> {
    match item {
        NestedMeta::Meta(meta) => Some(meta.path()),
        NestedMeta::NameValueInvalidExpr(meta) => Some(&meta.path),
        NestedMeta::Lit(_) => None,
    }
}

/// Returns the expression after `=`.
fn assigned<'a>(meta: &'a Meta, what: &str) -> syn::Result<&'a Expr> {
    let help = match meta {
        Meta::NameValue(pair) => return Ok(ungrouped(&pair.value)),
        Meta::List(list) if !list.tokens.is_empty() => write(&format!("{} = {}", word(meta), list.tokens)),
        _ => format!("write it as in `{}`", form(meta.path())),
    };
    Err(over(meta, &format!("`{}` needs {what} after `=`", word(meta)), &help))
}

/// Reports a value after `=` that is not an expression.
fn unreadable(meta: &MetaNameValueInvalidExpr) -> syn::Error {
    let key = name(&meta.path);
    let mut value = meta.value.clone().into_iter();
    match value.next() {
        Some(first) if first.to_string() == "=" && value.clone().next().is_some() => {
            let value: proc_macro2::TokenStream = value.collect();
            over(meta, &format!("`{key}` takes one `=`"), &write(&format!("{key} = {value}")))
        }
        _ => over(meta, &format!("`{key}` needs a value after `=`"), &format!("write it as in `{}`", form(&meta.path))),
    }
}

/// Removes the invisible parentheses around an expression that was passed through a macro.
pub(crate) fn ungrouped(mut expr: &Expr) -> &Expr {
    while let Expr::Group(group) = expr {
        expr = &group.expr;
    }
    expr
}

fn span_of(path: &Path) -> Span {
    // `Spanned` would write the tokens of the path first.
    path.get_ident().map_or_else(|| path.span(), Ident::span)
}

pub(crate) fn name(path: &Path) -> String {
    match path.get_ident() {
        Some(ident) => ident.to_string(),
        None => path.to_token_stream().to_string().replace(' ', ""),
    }
}

fn word(meta: &Meta) -> String {
    name(meta.path())
}

/// Returns an example of a key. Only values of known keys are read.
fn form(path: &Path) -> &'static str {
    key::find(&name(path)).map_or("", |key| key.form)
}

/// Returns a help text with tokens that can replace the refused ones.
fn write(help: &str) -> String {
    format!("write `{help}`")
}

/// Returns the kind of the expression, with its article.
fn kind(expr: &Expr) -> &'static str {
    match expr {
        Expr::Lit(ExprLit { lit, .. }) => match lit {
            Lit::Str(_) => "a string",
            Lit::ByteStr(_) => "a byte string",
            Lit::CStr(_) => "a C string",
            Lit::Byte(_) => "a byte",
            Lit::Char(_) => "a character",
            Lit::Int(_) => "an integer",
            Lit::Float(_) => "a float",
            Lit::Bool(_) => "a boolean",
            _ => "this literal",
        },
        Expr::Path(_) => "a path",
        Expr::Macro(_) => "a macro call",
        Expr::Range(_) => "a range",
        _ => "an expression",
    }
}
