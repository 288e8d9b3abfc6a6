//! An integer literal, in any base, with an optional suffix.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, ExprUnary, Lit, LitInt, UnOp};

use super::{Entry, Value, kind, ungrouped, write};
use crate::diagnostics::{at, over};

#[derive(Clone)]
pub(crate) struct Number {
    /// `None` if it does not fit in an `i64`.
    pub(crate) value: Option<i64>,
    /// In decimal digits, with a minus sign if it is negative.
    pub(crate) digits: String,
    /// The literal, if it begins with zeros: some catalogs pad their codes with zeros.
    pub(crate) padded: Option<String>,
}

impl Value for Number {
    fn read(entry: &Entry<'_>) -> syn::Result<(Self, Span)> {
        let expr = entry.assigned("an integer")?;
        match number(expr, entry)? {
            Some(number) => Ok((number, expr.span())),
            None => {
                let fact = format!("`{}` takes an integer, not {}", entry.key(), kind(expr));
                Err(over(expr, &fact, &integer_help(entry, expr)))
            }
        }
    }
}

/// The status of an error.
#[derive(Clone)]
pub(crate) struct Status(pub(crate) u16);

impl Value for Status {
    fn read(entry: &Entry<'_>) -> syn::Result<(Self, Span)> {
        let (number, span) = Number::read(entry)?;
        match number.value.and_then(|http| u16::try_from(http).ok()).filter(|http| (400..=599).contains(http)) {
            Some(http) => Ok((Self(http), span)),
            None => {
                let fact = format!("http {} is not the status of an error", number.digits);
                Err(at(span, &fact, "`http` is from 400 to 599"))
            }
        }
    }
}

/// Returns the number of an integer literal, and `None` for any other expression.
pub(super) fn number(expr: &Expr, entry: &Entry<'_>) -> syn::Result<Option<Number>> {
    let Some((sign, int)) = signed(expr) else { return Ok(None) };
    let digits = format!("{sign}{}", int.base10_digits());
    let padded = padded(int).map(|text| format!("{sign}{text}"));
    // Such a literal is decimal in Rust and octal in other languages.
    match &padded {
        Some(text) if entry.key() != "code" => {
            Err(over(expr, &format!("`{text}` begins with a zero"), &write(&digits)))
        }
        _ => Ok(Some(Number { value: fitting(expr, int, &digits)?, digits, padded })),
    }
}

/// Returns the value of an integer literal that is a possible code.
pub(crate) fn integer(expr: &Expr) -> Option<i64> {
    match ungrouped(expr) {
        Expr::Paren(paren) => integer(&paren.expr),
        expr => {
            let (sign, int) = signed(expr)?;
            format!("{sign}{}", int.base10_digits()).parse().ok()
        }
    }
}

/// Returns the sign and the literal of an integer. At the end of an attribute, the sign is part of the literal.
fn signed(expr: &Expr) -> Option<(&'static str, &LitInt)> {
    let (sign, expr) = match expr {
        Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }) => ("-", ungrouped(expr)),
        _ => ("", expr),
    };
    match expr {
        Expr::Lit(ExprLit { lit: Lit::Int(int), .. }) => Some((sign, int)),
        _ => None,
    }
}

/// Returns the literal without its suffix, if it begins with a zero and has more digits.
fn padded(int: &LitInt) -> Option<String> {
    let text = int.to_string();
    let digits = text.strip_suffix(int.suffix()).unwrap_or(&text);
    let unsigned = digits.strip_prefix('-').unwrap_or(digits);
    (unsigned.len() > 1 && unsigned.bytes().all(|byte| byte.is_ascii_digit()) && unsigned.starts_with('0'))
        .then(|| digits.to_owned())
}

/// Returns the number, and `None` if it does not fit in an `i64`.
fn fitting(expr: &Expr, int: &LitInt, digits: &str) -> syn::Result<Option<i64>> {
    let of_suffix = match int.suffix() {
        "" | "i64" | "i128" | "isize" => i64::MIN..=i64::MAX,
        "u64" | "u128" | "usize" => 0..=i64::MAX,
        "i32" => i32::MIN.into()..=i32::MAX.into(),
        "u32" => 0..=u32::MAX.into(),
        "i16" => i16::MIN.into()..=i16::MAX.into(),
        "u16" => 0..=u16::MAX.into(),
        "i8" => i8::MIN.into()..=i8::MAX.into(),
        "u8" => 0..=u8::MAX.into(),
        suffix => return Err(over(expr, &format!("unknown suffix `{suffix}`"), &write(digits))),
    };
    match digits.parse() {
        Ok(number) if !of_suffix.contains(&number) => {
            let fact = format!("`{digits}{0}` does not fit in `{0}`", int.suffix());
            Err(over(expr, &fact, &write(digits)))
        }
        number => Ok(number.ok()),
    }
}

/// Suggests the number in `"1601"`, `1601.0` or `"STUDIO_1601"`.
fn integer_help(entry: &Entry<'_>, expr: &Expr) -> String {
    let meant = match expr {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => text.value().rsplit('_').next().map(str::to_owned),
        Expr::Lit(ExprLit { lit: Lit::Float(float), .. }) => match float.base10_digits().split_once('.') {
            Some((whole, rest)) if rest.trim_matches('0').is_empty() => Some(whole.to_owned()),
            _ => None,
        },
        _ => None,
    };
    match meant.filter(|digits| digits.parse::<i64>().is_ok()) {
        Some(digits) => write(&digits),
        None => format!("write the number itself, as in `{}`", entry.form()),
    }
}
