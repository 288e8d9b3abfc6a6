//! An integer, in any base, with any suffix that holds it.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, ExprUnary, Lit, LitInt, Meta, UnOp};

use super::{Value, assigned, form, kind, word, write};
use crate::diagnostics::{at, over};

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
                Err(over(expr, &fact, &integer_help(meta, expr)))
            }
        }
    }
}

/// The number of a literal in any base, with any suffix that can hold it; `None` where it is no integer.
pub(super) fn number(expr: &Expr, key: &str) -> syn::Result<Option<Number>> {
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

fn fitting(int: &LitInt) -> syn::Result<u16> {
    let digits = int.base10_digits();
    let text = int.to_string();
    if text.len() > 1 && text.starts_with('0') && text.as_bytes()[1].is_ascii_digit() {
        return Err(over(int, &format!("`{text}` begins with a zero"), &write(digits)));
    }
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
fn integer_help(meta: &Meta, expr: &Expr) -> String {
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
