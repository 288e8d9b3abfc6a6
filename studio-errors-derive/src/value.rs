//! The forms that a value takes: a number, a text, a word, a yes or no, a path, a list of ranges.

#[cfg(test)]
mod tests;

use darling::FromMeta;
use darling::ast::{MetaNameValueInvalidExpr, NestedMeta};
use proc_macro2::{Span, TokenTree};
use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, ExprRange, ExprUnary, Lit, LitInt, LitStr, Meta, Path, RangeLimits, Token, UnOp};

use crate::key;
use crate::mistakes::{at, over};

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

    fn from_invalid_expr(meta: &MetaNameValueInvalidExpr) -> darling::Result<Self> {
        Ok(Self { key: meta.path.span(), value: Err(unreadable(meta)) })
    }
}

pub(crate) trait Value: Sized {
    /// The value, and the token that holds it.
    fn read(meta: &Meta) -> syn::Result<(Self, Span)>;
}

#[derive(Clone)]
pub(crate) struct Number {
    /// 0 where a `u16` does not hold it.
    pub(crate) value: u16,
    /// In decimal digits.
    pub(crate) written: String,
}

impl Value for Number {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        let expr = assigned(meta, "an integer")?;
        match number(expr, &word(meta))? {
            Some(number) => Ok((number, expr.span())),
            None => {
                let fact = format!("`{}` takes an integer, not {}", word(meta), kind(expr));
                Err(over(expr, &fact, &integer_mend(meta, expr)))
            }
        }
    }
}

/// The number of a literal in any base, with any suffix that can hold it; `None` where it is no integer.
fn number(expr: &Expr, key: &str) -> syn::Result<Option<Number>> {
    let negative = |sign: Span| Err(at(sign, &format!("`{key}` takes a positive integer"), "remove `-`"));
    match expr {
        // The sign stays with the literal, and has its span, where an attribute ends with it.
        Expr::Lit(ExprLit { lit: Lit::Int(int), .. }) if int.base10_digits().starts_with('-') => negative(int.span()),
        Expr::Lit(ExprLit { lit: Lit::Int(int), .. }) => {
            Ok(Some(Number { value: fitting(int)?, written: int.base10_digits().to_owned() }))
        }
        Expr::Unary(ExprUnary { op: UnOp::Neg(sign), .. }) => negative(sign.span()),
        _ => Ok(None),
    }
}

/// What stands where something else should.
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

fn fitting(int: &LitInt) -> syn::Result<u16> {
    let digits = int.base10_digits();
    let most = match int.suffix() {
        "" | "u16" | "u32" | "u64" | "u128" | "usize" | "i32" | "i64" | "i128" | "isize" => u16::MAX,
        "i16" => 0x7fff,
        "u8" => 0xff,
        "i8" => 0x7f,
        suffix => return Err(over(int, &format!("unknown suffix `{suffix}`"), &write(digits))),
    };
    let number = digits.parse().unwrap_or(0);
    if number > most {
        return Err(over(int, &format!("`{int}` does not fit in `{}`", int.suffix()), &write(digits)));
    }
    Ok(number)
}

/// Digits within quotes, as `1601`, `1601.0` or `STUDIO_1601`, are the number that was meant.
fn integer_mend(meta: &Meta, expr: &Expr) -> String {
    let meant = match expr {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => text.value().rsplit('_').next().map(str::to_owned),
        Expr::Lit(ExprLit { lit: Lit::Float(float), .. }) => {
            float.base10_digits().split_once('.').filter(|(_, rest)| rest.trim_matches('0').is_empty()).map(first)
        }
        _ => None,
    };
    match meant.filter(|digits| digits.parse::<u16>().is_ok()) {
        Some(digits) => write(&digits),
        None => format!("write the number itself, as in `{}`", form(meta.path())),
    }
}

fn first((first, _): (&str, &str)) -> String {
    first.to_owned()
}

#[derive(Clone)]
pub(crate) struct Text(pub(crate) String);

impl Value for Text {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        let expr = assigned(meta, "a string")?;
        let mend = match expr {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => return Self::stated(text, &word(meta)),
            Expr::Lit(ExprLit { lit: Lit::ByteStr(text), .. }) => {
                String::from_utf8(text.value()).ok().map(|text| write(&format!("{text:?}")))
            }
            Expr::Path(path) => path.path.get_ident().map(|ident| write(&format!("\"{ident}\""))),
            _ => None,
        };
        let mend = mend.unwrap_or_else(|| format!("write the text itself, as in `{}`", form(meta.path())));
        Err(over(expr, &format!("`{}` takes a string, not {}", word(meta), kind(expr)), &mend))
    }
}

impl Text {
    fn stated(text: &LitStr, key: &str) -> syn::Result<(Self, Span)> {
        let value = text.value();
        let mend = match key {
            "description" if value.trim().is_empty() => "write what happened, or a doc comment instead",
            "resolution" if value.trim().is_empty() => "remove `resolution`",
            // What a name and a category may be is judged elsewhere.
            _ => return Ok((Self(value), text.span())),
        };
        Err(over(text, &format!("`{key}` is empty"), mend))
    }
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
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if text.value() == "true" => {
                Err(over(text, &format!("`{}` takes `true` or `false`, not a string", word(meta)), &write("true")))
            }
            // `true` is what it is without the key.
            other => {
                let fact = format!("`{}` takes `true` or `false`, not {}", word(meta), kind(other));
                Err(over(other, &fact, &write("false")))
            }
        }
    }
}

#[derive(Clone)]
pub(crate) struct TypePath(pub(crate) Path);

impl Value for TypePath {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        let expr = assigned(meta, "a path")?;
        let mend = match expr {
            Expr::Path(path) if path.qself.is_none() && path.attrs.is_empty() => {
                let span = path.path.segments.last().map_or_else(|| path.span(), |last| last.ident.span());
                return Ok((Self(path.path.clone()), span));
            }
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if text.parse::<Path>().is_ok() => write(&text.value()),
            _ => format!("write the path itself, as in `{}`", form(meta.path())),
        };
        Err(over(expr, &format!("`{}` takes a path, not {}", word(meta), kind(expr)), &mend))
    }
}

/// Numbers and ranges of numbers, both ends included.
#[derive(Clone)]
pub(crate) struct Ranges(pub(crate) Vec<(u16, u16)>);

impl Value for Ranges {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        let list = match meta {
            Meta::List(list) => list,
            Meta::NameValue(pair) => {
                let written = pair.value.to_token_stream();
                return Err(over(
                    meta,
                    "`reserved` takes its numbers in parentheses",
                    &write(&format!("reserved({written})")),
                ));
            }
            Meta::Path(_) => {
                let mend = format!("list them, as in `{}`", form(meta.path()));
                return Err(over(meta, "`reserved` takes its numbers in parentheses", &mend));
            }
        };
        let items = listed.parse2(list.tokens.clone())?;
        if items.is_empty() {
            return Err(over(meta, "`reserved` lists no number", "remove `reserved`"));
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

/// Expressions with commas between them.
fn listed(input: ParseStream<'_>) -> syn::Result<Vec<Expr>> {
    let mut items = Vec::new();
    while !input.is_empty() {
        items.push(input.parse()?);
        if !input.is_empty() && input.parse::<Token![,]>().is_err() {
            let next: TokenTree = input.parse()?;
            let mend = if matches!(next, TokenTree::Literal(_)) { write(&format!(", {next}")) } else { String::new() };
            return Err(over(&next, &format!("expected `,`, found `{next}`"), &mend));
        }
    }
    Ok(items)
}

fn range(item: &Expr) -> syn::Result<(u16, u16)> {
    let end = |expr: Option<&Expr>| {
        let Some(expr) = expr.map(ungrouped) else {
            return Err(over(item, "`reserved` takes ranges with both ends", "write both, as in `1610..=1619`"));
        };
        match number(expr, "reserved")? {
            Some(number) if number.value > 0 => Ok(number.value),
            Some(number) => {
                Err(over(expr, &format!("{} cannot be a code", number.written), "codes are from 1 to 65535"))
            }
            None => {
                let mend = match expr {
                    Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if text.value().parse::<u16>().is_ok() => {
                        write(&text.value())
                    }
                    _ => "write them as in `1604` or `1610..=1619`".to_owned(),
                };
                Err(over(expr, &format!("`reserved` lists integers and ranges, not {}", kind(expr)), &mend))
            }
        }
    };
    let Expr::Range(ExprRange { start, limits, end: last, .. }) = item else {
        return end(Some(item)).map(|number| (number, number));
    };
    let (first, last) = (end(start.as_deref())?, end(last.as_deref())?);
    let closed = matches!(limits, RangeLimits::Closed(_));
    if first > last {
        let (lower, upper) = if closed { (last, first) } else { (last, first - 1) };
        return Err(over(item, "this range is reversed", &write(&format!("{lower}..={upper}"))));
    }
    if !closed {
        let mend = write(&format!("{first}..={}", last.saturating_sub(1).max(first)));
        return Err(over(item, "`reserved` takes ranges that include their end", &mend));
    }
    Ok((first, last))
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
    let mend = match meta {
        Meta::NameValue(pair) => return Ok(ungrouped(&pair.value)),
        Meta::List(list) if !list.tokens.is_empty() => write(&format!("{} = {}", word(meta), list.tokens)),
        _ => format!("write it as in `{}`", form(meta.path())),
    };
    Err(over(meta, &format!("`{}` needs {what} after `=`", word(meta)), &mend))
}

/// What stands after `=`, where it is no expression.
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

/// A macro passes what it was given in invisible parentheses.
fn ungrouped(mut expr: &Expr) -> &Expr {
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

fn word(meta: &Meta) -> String {
    name(meta.path())
}

/// An example of a key that is known: no other is read.
fn form(path: &Path) -> &'static str {
    key::find(&name(path)).map_or("", |key| key.form)
}

/// A mend that can be pasted over what is refused.
fn write(mend: &str) -> String {
    format!("write `{mend}`")
}
