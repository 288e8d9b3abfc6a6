//! The forms that a value takes: a number, a text, a word, a yes or no, a path, a list of ranges.

use darling::FromMeta;
use darling::ast::NestedMeta;
use proc_macro2::Span;
use quote::ToTokens;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, ExprRange, Lit, LitInt, Meta, Path, RangeLimits, Token};

use crate::key;
use crate::mistakes::over;

/// One `key = value` as it was written, with the mistake where the value does not read.
///
/// It never fails as a whole: the other keys of the attribute are still read.
pub(crate) struct Entry<T> {
    pub(crate) key: Span,
    pub(crate) value: syn::Result<(T, Span)>,
}

impl<T: Value> FromMeta for Entry<T> {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        Ok(Self { key: meta.path().span(), value: T::read(meta) })
    }

    fn from_invalid_expr(meta: &darling::ast::MetaNameValueInvalidExpr) -> darling::Result<Self> {
        Ok(Self { key: meta.path.span(), value: Err(wrong_form(meta, &meta.path, "")) })
    }
}

pub(crate) trait Value: Sized {
    /// The value, and the token that holds it.
    fn read(meta: &Meta) -> syn::Result<(Self, Span)>;
}

#[derive(Clone)]
pub(crate) struct Number(pub(crate) u16);

impl Value for Number {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        let expr = assigned(meta, "an integer")?;
        match expr {
            Expr::Lit(ExprLit { lit: Lit::Int(int), .. }) => Ok((Self(number(int)?), int.span())),
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if text.value().parse::<u16>().is_ok() => Err(over(
                text,
                &format!("`{}` takes an integer, not a string", word(meta)),
                &format!("write `{}`", text.value()),
            )),
            other => Err(over(
                other,
                &format!("`{}` takes an integer, not `{}`", word(meta), source(other)),
                &write_form(meta),
            )),
        }
    }
}

/// The number of a literal in any base, with any suffix that can hold it.
fn number(int: &LitInt) -> syn::Result<u16> {
    let most = match int.suffix() {
        "" | "u16" | "u32" | "u64" | "u128" | "usize" | "i32" | "i64" | "i128" | "isize" => u16::MAX,
        "i16" => 0x7fff,
        "u8" => 0xff,
        "i8" => 0x7f,
        suffix => {
            return Err(over(int, &format!("unknown suffix `{suffix}`"), &format!("write `{}`", int.base10_digits())));
        }
    };
    match int.base10_digits().parse() {
        Ok(number) if number <= most => Ok(number),
        _ => Err(over(int, &format!("`{int}` is too large"), "numbers go up to 65535")),
    }
}

#[derive(Clone)]
pub(crate) struct Text(pub(crate) String);

impl Value for Text {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        match assigned(meta, "a string")? {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if text.value().trim().is_empty() => {
                Err(over(text, &format!("`{}` is empty", word(meta)), &write_form(meta)))
            }
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Ok((Self(text.value()), text.span())),
            other => Err(over(
                other,
                &format!("`{}` takes a string, not `{}`", word(meta), source(other)),
                &format!("write `\"{}\"`", source(other).replace(['"', '\\'], "")),
            )),
        }
    }
}

pub(crate) struct Word;

impl Value for Word {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        match meta {
            Meta::Path(path) => Ok((Self, path.span())),
            _ => Err(over(meta, &format!("`{}` takes no value", word(meta)), &write_form(meta))),
        }
    }
}

pub(crate) struct YesNo(pub(crate) bool);

impl Value for YesNo {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        match assigned(meta, "`true` or `false`")? {
            Expr::Lit(ExprLit { lit: Lit::Bool(yes), .. }) => Ok((Self(yes.value), yes.span())),
            other => Err(over(
                other,
                &format!("`{}` takes `true` or `false`, not `{}`", word(meta), source(other)),
                &write_form(meta),
            )),
        }
    }
}

pub(crate) struct TypePath(pub(crate) Path);

impl Value for TypePath {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        match assigned(meta, "a path")? {
            Expr::Path(path) if path.qself.is_none() && path.attrs.is_empty() => {
                let span = path.path.segments.last().map_or_else(|| path.span(), |last| last.ident.span());
                Ok((Self(path.path.clone()), span))
            }
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if text.parse::<Path>().is_ok() => Err(over(
                text,
                &format!("`{}` takes a path, not a string", word(meta)),
                &format!("write `{}`", text.value()),
            )),
            other => {
                Err(over(other, &format!("`{}` takes a path, not `{}`", word(meta), source(other)), &write_form(meta)))
            }
        }
    }
}

/// Numbers and ranges of numbers, both ends included.
pub(crate) struct Ranges(pub(crate) Vec<(u16, u16)>);

impl Value for Ranges {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        let Meta::List(list) = meta else {
            return Err(wrong_form(meta, meta.path(), " numbers in parentheses"));
        };
        let items = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(list.tokens.clone())?;
        if items.is_empty() {
            return Err(over(meta, &format!("`{}` lists no number", word(meta)), &write_form(meta)));
        }
        let mut ranges = Vec::new();
        let mut mistakes: Option<syn::Error> = None;
        for item in &items {
            match (range(ungrouped(item)), &mut mistakes) {
                (Ok(range), _) => ranges.push(range),
                (Err(mistake), Some(mistakes)) => mistakes.combine(mistake),
                (Err(mistake), none) => *none = Some(mistake),
            }
        }
        mistakes.map_or(Ok((Self(ranges), list.path.span())), Err)
    }
}

fn range(item: &Expr) -> syn::Result<(u16, u16)> {
    let expected = |item: &Expr| {
        over(
            item,
            &format!("`reserved` lists integers and ranges, not `{}`", source(item)),
            "write `1604` or `1610..=1619`",
        )
    };
    let end = |expr: Option<&Expr>| match expr.map(ungrouped) {
        Some(Expr::Lit(ExprLit { lit: Lit::Int(int), .. })) => number(int),
        _ => Err(expected(item)),
    };
    match item {
        Expr::Range(ExprRange { start, limits, end: last, .. }) => {
            let (first, last) = (end(start.as_deref())?, end(last.as_deref())?);
            match limits {
                RangeLimits::Closed(_) if first <= last => Ok((first, last)),
                RangeLimits::Closed(_) => Err(over(
                    item,
                    &format!("range `{}` is reversed", source(item)),
                    &format!("write `{last}..={first}`"),
                )),
                RangeLimits::HalfOpen(_) => Err(over(
                    item,
                    &format!("`reserved` takes ranges with both ends included, not `{}`", source(item)),
                    &format!("write `{first}..={}`", last.saturating_sub(1).max(first)),
                )),
            }
        }
        single => end(Some(single)).map(|number| (number, number)),
    }
}

/// The keys that no receiver knows.
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

/// What stands after `=`.
fn assigned<'a>(meta: &'a Meta, what: &str) -> syn::Result<&'a Expr> {
    match meta {
        Meta::NameValue(pair) => Ok(ungrouped(&pair.value)),
        _ => Err(wrong_form(meta, meta.path(), &format!(" {what} after `=`"))),
    }
}

fn wrong_form(tokens: &impl ToTokens, path: &Path, needs: &str) -> syn::Error {
    let name = name(path);
    let needs = if needs.is_empty() { " a value after `=`" } else { needs };
    over(tokens, &format!("`{name}` needs{needs}"), &format!("write `{}`", form(&name)))
}

/// A macro passes what it was given in invisible parentheses.
fn ungrouped(mut expr: &Expr) -> &Expr {
    while let Expr::Group(group) = expr {
        expr = &group.expr;
    }
    expr
}

pub(crate) fn name(path: &Path) -> String {
    path.to_token_stream().to_string().replace(' ', "")
}

fn word(meta: &Meta) -> String {
    name(meta.path())
}

fn form(name: &str) -> &str {
    key::find(name).map_or(name, |key| key.form)
}

fn write_form(meta: &Meta) -> String {
    format!("write `{}`", form(&word(meta)))
}

/// The tokens as the user wrote them, where rustc can tell.
fn source(tokens: &impl ToTokens) -> String {
    let stream = tokens.to_token_stream();
    let text = stream.to_string();
    // `- 5` and `1610 .. 1620` are how tokens print; nobody writes them so.
    text.replace("- ", "-").replace(" ..", "..").replace(".. ", "..").replace("= ", "=")
}
