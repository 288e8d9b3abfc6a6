//! An integer literal, in any base, with an optional suffix.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, ExprUnary, Lit, LitInt, Meta, UnOp};

use super::{Value, assigned, form, kind, word, write};
use crate::diagnostics::{at, over};

#[derive(Clone)]
pub(crate) struct Number {
    /// `None` if it does not fit in a `u32`.
    pub(crate) value: Option<u32>,
    /// In decimal digits.
    pub(crate) digits: String,
    /// The literal, if it begins with zeros: some catalogs pad their codes with zeros.
    pub(crate) padded: Option<String>,
}

impl Value for Number {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        let expr = assigned(meta, "an integer")?;
        match (number(expr, &word(meta))?, expr) {
            (Some(number), Expr::Lit(literal)) => Ok((number, literal.lit.span())),
            _ => {
                let fact = format!("`{}` takes an integer, not {}", word(meta), kind(expr));
                Err(over(expr, &fact, &integer_help(meta, expr)))
            }
        }
    }
}

/// Returns the number of an integer literal, and `None` for any other expression.
pub(super) fn number(expr: &Expr, key: &str) -> syn::Result<Option<Number>> {
    let negative = |sign: Span| Err(at(sign, &format!("`{key}` takes a positive integer"), "remove `-`"));
    match expr {
        // At the end of an attribute, the sign is part of the literal and has its span.
        Expr::Lit(ExprLit { lit: Lit::Int(int), .. }) if int.base10_digits().starts_with('-') => negative(int.span()),
        Expr::Lit(ExprLit { lit: Lit::Int(int), .. }) => {
            let padded = padded(int);
            // Such a literal is decimal in Rust and octal in other languages.
            match &padded {
                Some(text) if key != "code" => {
                    Err(over(int, &format!("`{text}` begins with a zero"), &write(int.base10_digits())))
                }
                _ => Ok(Some(Number { value: fitting(int)?, digits: int.base10_digits().to_owned(), padded })),
            }
        }
        Expr::Unary(ExprUnary { op: UnOp::Neg(sign), .. }) => negative(sign.span()),
        _ => Ok(None),
    }
}

/// Returns the literal without its suffix, if it begins with a zero and has more digits.
fn padded(int: &LitInt) -> Option<String> {
    let text = int.to_string();
    let digits = text.strip_suffix(int.suffix()).unwrap_or(&text);
    (digits.len() > 1 && digits.bytes().all(|byte| byte.is_ascii_digit()) && digits.starts_with('0'))
        .then(|| digits.to_owned())
}

/// Returns the number, and `None` if it does not fit in a `u32`.
fn fitting(int: &LitInt) -> syn::Result<Option<u32>> {
    let digits = int.base10_digits();
    let most = match int.suffix() {
        "" | "u32" | "u64" | "u128" | "usize" | "i64" | "i128" | "isize" => u32::MAX,
        "i32" => 0x7fff_ffff,
        "u16" => 0xffff,
        "i16" => 0x7fff,
        "u8" => 0xff,
        "i8" => 0x7f,
        suffix => return Err(over(int, &format!("unknown suffix `{suffix}`"), &write(digits))),
    };
    let number: Option<u32> = digits.parse().ok();
    if most < u32::MAX && number.is_none_or(|number| number > most) {
        return Err(over(int, &format!("`{int}` does not fit in `{}`", int.suffix()), &write(digits)));
    }
    Ok(number)
}

/// Suggests the number in `"1601"`, `1601.0` or `"STUDIO_1601"`.
fn integer_help(meta: &Meta, expr: &Expr) -> String {
    let meant = match expr {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => text.value().rsplit('_').next().map(str::to_owned),
        Expr::Lit(ExprLit { lit: Lit::Float(float), .. }) => {
            float.base10_digits().split_once('.').filter(|(_, rest)| rest.trim_matches('0').is_empty()).map(first)
        }
        _ => None,
    };
    match meant.filter(|digits| digits.parse::<u32>().is_ok()) {
        Some(digits) => write(&digits),
        None => format!("write the number itself, as in `{}`", form(meta.path())),
    }
}

fn first((first, _): (&str, &str)) -> String {
    first.to_owned()
}
