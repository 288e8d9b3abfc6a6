//! The kinds of values: a number, a string, no value, a boolean, a path, a list of ranges.

mod choice;
mod generated_name;
mod number;
mod properties;
mod ranges;
mod text;

use darling::FromMeta;
use darling::ast::{MetaNameValueInvalidExpr, NestedMeta};
use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, Ident, Lit, Meta, Path};

pub(crate) use self::choice::{Grpc, Level};
pub(crate) use self::generated_name::GeneratedName;
pub(crate) use self::number::{Number, Status, integer};
pub(crate) use self::properties::{Properties, Property};
pub(crate) use self::ranges::Ranges;
pub(crate) use self::text::{Text, string};
use crate::diagnostics::over;
use crate::given::{At, Given};
use crate::key;

/// One entry of an attribute as it was written: `display`, `code = 1601` or `reserved(1604)`.
pub(crate) enum Entry<'a> {
    Meta(&'a Meta),
    /// The tokens after `=` are not an expression.
    Unreadable(&'a MetaNameValueInvalidExpr),
}

impl<T: Value> FromMeta for Given<T> {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        Ok(Entry::Meta(meta).given())
    }

    fn from_invalid_expr(meta: &MetaNameValueInvalidExpr) -> darling::Result<Self> {
        Ok(Entry::Unreadable(meta).given())
    }
}

impl<'a> Entry<'a> {
    fn given<T: Value>(&self) -> Given<T> {
        match T::read(self) {
            Ok((value, span)) => Given::Value(value, At { key: self.span(), value: span }),
            Err(error) => Given::Refused(Some(error)),
        }
    }

    fn path(&self) -> &'a Path {
        match self {
            Self::Meta(meta) => meta.path(),
            Self::Unreadable(meta) => &meta.path,
        }
    }

    /// The key, for messages.
    fn key(&self) -> String {
        name(self.path())
    }

    /// The span of the key.
    fn span(&self) -> Span {
        span_of(self.path())
    }

    /// An example of the whole entry. Only values of known keys are read.
    fn form(&self) -> &'static str {
        key::find(&self.key()).map_or("", |key| key.form)
    }

    /// Returns the expression after `=`.
    fn assigned(&self, what: &str) -> syn::Result<&'a Expr> {
        if let Self::Meta(Meta::NameValue(pair)) = self {
            return Ok(ungrouped(&pair.value));
        }
        let key = self.key();
        let example = || format!("write it as in `{}`", self.form());
        let (fact, help) = match self {
            Self::Unreadable(meta) => {
                let mut value = meta.value.clone().into_iter();
                match value.next() {
                    Some(first) if first.to_string() == "=" && value.clone().next().is_some() => {
                        let value: TokenStream = value.collect();
                        (format!("`{key}` takes one `=`"), write(&format!("{key} = {value}")))
                    }
                    _ => (format!("`{key}` needs a value after `=`"), example()),
                }
            }
            Self::Meta(Meta::List(list)) if !list.tokens.is_empty() => {
                (format!("`{key}` needs {what} after `=`"), write(&format!("{key} = {}", list.tokens)))
            }
            Self::Meta(_) => (format!("`{key}` needs {what} after `=`"), example()),
        };
        Err(over(self, &fact, &help))
    }
}

impl ToTokens for Entry<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Meta(meta) => meta.to_tokens(tokens),
            Self::Unreadable(meta) => meta.to_tokens(tokens),
        }
    }
}

pub(crate) trait Value: Sized {
    /// Returns the value and the span of its token.
    fn read(entry: &Entry<'_>) -> syn::Result<(Self, Span)>;
}

/// A value that can be omitted: the key alone stands for a default.
impl<T: Value> Value for Option<T> {
    fn read(entry: &Entry<'_>) -> syn::Result<(Self, Span)> {
        match entry {
            Entry::Meta(Meta::Path(_)) => Ok((None, entry.span())),
            _ => T::read(entry).map(|(value, span)| (Some(value), span)),
        }
    }
}

#[derive(Clone)]
pub(crate) struct Word;

impl Value for Word {
    fn read(entry: &Entry<'_>) -> syn::Result<(Self, Span)> {
        match entry {
            Entry::Meta(Meta::Path(_)) => Ok((Self, entry.span())),
            _ => Err(over(entry, &format!("`{}` takes no value", entry.key()), &write(&entry.key()))),
        }
    }
}

#[derive(Clone)]
pub(crate) struct YesNo(pub(crate) bool);

impl Value for YesNo {
    fn read(entry: &Entry<'_>) -> syn::Result<(Self, Span)> {
        match entry.assigned("`true` or `false`")? {
            Expr::Lit(ExprLit { lit: Lit::Bool(yes), .. }) => Ok((Self(yes.value), yes.span())),
            other => {
                let fact = format!("`{}` takes `true` or `false`, not {}", entry.key(), kind(other));
                let help = match other {
                    Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if text.value() == "true" => write("true"),
                    Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if text.value() == "false" => write("false"),
                    // `true` is the default.
                    _ if entry.key() == "serialize" => write("false"),
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
    fn read(entry: &Entry<'_>) -> syn::Result<(Self, Span)> {
        let expr = entry.assigned("a path")?;
        let help = match expr {
            Expr::Path(path) if path.qself.is_none() && path.attrs.is_empty() => {
                let span = path.path.segments.last().map_or_else(|| path.span(), |last| last.ident.span());
                return Ok((Self(path.path.clone()), span));
            }
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if text.parse::<Path>().is_ok() => write(&text.value()),
            _ => format!("write the path itself, as in `{}`", entry.form()),
        };
        Err(over(expr, &format!("`{}` takes a path, not {}", entry.key(), kind(expr)), &help))
    }
}

/// The key of an entry.
pub(crate) fn path(item: &NestedMeta) -> Option<&Path> {
    match item {
        NestedMeta::Meta(meta) => Some(meta.path()),
        NestedMeta::NameValueInvalidExpr(meta) => Some(&meta.path),
        NestedMeta::Lit(_) => None,
    }
}

pub(crate) fn span_of(path: &Path) -> Span {
    // `Spanned` would write the tokens of the path first.
    path.get_ident().map_or_else(|| path.span(), Ident::span)
}

/// Removes the invisible parentheses around an expression that was passed through a macro.
pub(crate) fn ungrouped(mut expr: &Expr) -> &Expr {
    while let Expr::Group(group) = expr {
        expr = &group.expr;
    }
    expr
}

pub(crate) fn name(path: &Path) -> String {
    match path.get_ident() {
        Some(ident) => ident.to_string(),
        None => path.to_token_stream().to_string().replace(' ', ""),
    }
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
