//! Numbers and ranges of numbers.

use proc_macro2::{Span, TokenTree};
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::{Expr, ExprLit, ExprRange, Lit, Meta, RangeLimits, Token};

use super::number::number;
use super::{Entry, Value, kind, ungrouped, write};
use crate::diagnostics::{Diagnostics, over};

/// Ranges of numbers that include both ends. A single number is a range of one.
#[derive(Clone)]
pub(crate) struct Ranges(pub(crate) Vec<(i64, i64)>);

impl Value for Ranges {
    fn read(entry: &Entry<'_>) -> syn::Result<(Self, Span)> {
        let Entry::Meta(Meta::List(list)) = entry else {
            let help = match entry {
                Entry::Meta(Meta::NameValue(pair)) => write(&format!("reserved({})", pair.value.to_token_stream())),
                _ => format!("list them, as in `{}`", entry.form()),
            };
            return Err(over(entry, "`reserved` takes its numbers in parentheses", &help));
        };
        let items = list.parse_args_with(listed)?;
        if items.is_empty() {
            return Err(over(entry, "`reserved` lists no number", "remove `reserved`"));
        }
        let mut diagnostics = Diagnostics::default();
        let read = |item| range(ungrouped(item), entry).map_err(|error| diagnostics.add(error)).ok();
        let ranges = items.iter().filter_map(read).collect();
        diagnostics.into_result().map(|()| (Self(ranges), entry.span()))
    }
}

/// Parses expressions that are separated by commas.
fn listed(input: ParseStream<'_>) -> syn::Result<Vec<Expr>> {
    let mut items = Vec::new();
    while !input.is_empty() {
        items.push(input.parse()?);
        if !input.is_empty() && input.parse::<Token![,]>().is_err() {
            let next: TokenTree = input.parse()?;
            let help = if matches!(next, TokenTree::Literal(_)) { write(&format!(", {next}")) } else { String::new() };
            return Err(over(&next, &format!("expected `,`, found `{next}`"), &help));
        }
    }
    Ok(items)
}

fn range(item: &Expr, entry: &Entry<'_>) -> syn::Result<(i64, i64)> {
    let end = |expr: Option<&Expr>| {
        let Some(expr) = expr.map(ungrouped) else {
            return Err(over(item, "`reserved` takes ranges with both ends", "write both, as in `1610..=1619`"));
        };
        match number(expr, entry)? {
            Some(number) => number.value.ok_or_else(|| {
                let help = format!("codes are from {} to {}", i64::MIN, i64::MAX);
                over(expr, &format!("{} cannot be a code", number.digits), &help)
            }),
            None => {
                let help = match expr {
                    Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if text.value().parse::<i64>().is_ok() => {
                        write(&text.value())
                    }
                    _ => "write them as in `1604` or `1610..=1619`".to_owned(),
                };
                Err(over(expr, &format!("`reserved` lists integers and ranges, not {}", kind(expr)), &help))
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
        let help = write(&format!("{first}..={}", last.saturating_sub(1).max(first)));
        return Err(over(item, "`reserved` takes ranges that include their end", &help));
    }
    Ok((first, last))
}
