//! A lookup by the number of a code.

use std::collections::BTreeMap;

use proc_macro2::{Literal, Span, TokenStream};
use quote::quote;

use super::tokens::Tokens;

/// Returns a `match` of `__number`, whose arms `write` writes. It leaves the block `'__own` if no arm has the number. rustc compares
/// each arm with all others, so many arms are split by the number without its last byte.
pub(super) fn by_number<T>(arms: Vec<(i64, T)>, write: impl Fn(T, &mut Tokens)) -> TokenStream {
    const MANY: usize = 256;
    if arms.len() <= MANY {
        return matched(arms, &write);
    }
    let mut split: BTreeMap<i64, Vec<_>> = BTreeMap::new();
    for arm in arms {
        split.entry(arm.0 >> 8).or_default().push(arm);
    }
    let split = split.into_iter().map(|(upper, arms)| {
        let arms = matched(arms, &write);
        quote!(#upper => #arms,)
    });
    quote!(match __number >> 8 { #(#split)* _ => break '__own })
}

fn matched<T>(arms: Vec<(i64, T)>, write: &impl Fn(T, &mut Tokens)) -> TokenStream {
    let mut tokens = Tokens::at(Span::call_site());
    for (number, arm) in arms {
        tokens.token(Literal::i64_suffixed(number)).marks("=>");
        write(arm, &mut tokens);
        tokens.marks(",");
    }
    let arms = tokens.into_stream();
    quote!(match __number { #arms _ => break '__own })
}
