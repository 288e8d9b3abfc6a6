//! Generates the calls of the checks in `studio_errors`.
//!
//! The checks of the rows are the discriminants of one hidden enum. rustc evaluates each discriminant separately and reports
//! each failure at its tokens, as for constant items, but in half the time.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;

use super::catalog;
use super::check_item::check_item;
use super::{conflicts, reasons};
use crate::model::{Coded, Fault, Kind, Model};

pub(crate) fn expand(model: &Model) -> TokenStream {
    let catalog = catalog::alias(model);
    let mut checks = TokenStream::new();
    if let Some(span) = model.catalog_span {
        checks.extend(check_item(span, quote_spanned!(span=> <#catalog as __studio::check::Checked>::CATALOG)));
    }
    if let Some((place, span)) = model.category {
        let slug = &model.categories[place];
        checks.extend(check_item(span, quote_spanned!(span=> __studio::check::category::<#catalog>(#slug);)));
    }
    checks.extend(of_rows(model));
    checks.extend(of_transparents(model));
    if model.tonic.is_some() && !conflicts::is_generic(model) {
        checks.extend(reasons::items(model));
    }
    if let (Some(span), true) = (model.published_span, model.has_own()) {
        checks.extend(check_item(span, quote_spanned!(span=> __studio::check::listed::<#catalog>(&__TABLE);)));
    }
    checks
}

fn of_rows(model: &Model) -> TokenStream {
    let mut checks: Vec<(Span, TokenStream)> = Vec::new();
    if model.needs_category {
        let span = model.ident.span();
        let name = model.ident.unraw().to_string();
        let number = number(model.rows.iter().find_map(|row| row.number));
        let check = quote_spanned!(span=> __studio::check::category_missing(__DEFINITIONS, #name, #number, ""););
        checks.push((span, check));
    }
    if let (Some(http), 401) = (model.default_http_span, model.defaults.http) {
        // All variants that use the default share one item, so that only the first failure is reported.
        let rows = model.rows.iter().enumerate().filter(|(_, row)| row.default_http == 401 && row.number.is_some());
        let places = rows.map(|(place, _)| Literal::usize_unsuffixed(place));
        let check = quote_spanned!(http=> #(__studio::check::challenge(__DEFINITIONS, #places);)*);
        checks.push((http, check));
    }
    let mut details = vec![Vec::new(); model.rows.len()];
    for variant in &model.variants {
        if let Kind::Coded { row, .. } = variant.kind {
            details[row].extend(variant.details.iter().map(|detail| detail.span));
        }
    }
    for (place, (row, details)) in model.rows.iter().zip(&details).enumerate() {
        of_row(model, place, row, details, &mut checks);
    }
    if checks.is_empty() {
        return TokenStream::new();
    }
    let variants = checks.into_iter().enumerate().map(|(i, (span, check))| {
        let name = format_ident!("__{i}", span = span);
        let value = Literal::usize_unsuffixed(i);
        quote_spanned!(span=> #name = { #check #value },)
    });
    let len = Literal::usize_unsuffixed(model.rows.len());
    let have_numbers = model.rows.iter().all(|row| row.number.is_some());
    quote! {
        #[track_caller]
        const fn __http(__row: __studio::usize) {
            __studio::check::http(__DEFINITIONS, __row);
        }
        #[track_caller]
        const fn __name(__row: __studio::usize, __is_stated: __studio::bool) {
            __studio::check::name(__DEFINITIONS, __row, __is_stated);
        }
        #[track_caller]
        const fn __code(__row: __studio::usize) {
            __studio::check::code(__DEFINITIONS, __Checks::OFFERS, __row);
        }
        #[allow(dead_code, non_camel_case_types)]
        #[repr(usize)]
        enum __Checks { #(#variants)* }
        impl __Checks {
            // An associated constant: it is evaluated only if a row is refused.
            const OFFERS: &[__studio::Option<__studio::u32>; #len] =
                &__studio::check::offers(__DEFINITIONS, #have_numbers);
        }
    }
}

fn number(number: Option<u32>) -> TokenStream {
    match number {
        Some(number) => quote!(__studio::Some(#number)),
        None => quote!(__studio::None),
    }
}

fn of_row(model: &Model, place: usize, row: &Coded, details: &[Span], checks: &mut Vec<(Span, TokenStream)>) {
    // The variant with which it shares the constant.
    let first = model.rows[..model.distinct].iter().find(|first| place >= model.distinct && first.number == row.number);
    let place = Literal::usize_unsuffixed(place);
    let catalog = catalog::alias(model);
    let variant = row.ident.unraw().to_string();
    let ident = row.ident.span();
    let at = row.number_span;
    let mut check = |span: Span, check: TokenStream| checks.push((span, check));
    if let Some(span) = row.category_span
        && let Some(category) = row.category
    {
        let slug = &model.categories[category];
        check(span, quote_spanned!(span=> __studio::check::category::<#catalog>(#slug);));
    }
    if row.category_is_absent {
        let number = number(row.number);
        let on_type = if model.is_struct { "" } else { " here or on the type" };
        let missing = quote_spanned! {ident=>
            __studio::check::category_missing(__DEFINITIONS, #variant, #number, #on_type);
        };
        check(ident, missing);
    }
    match &row.fault {
        Fault::None => {}
        Fault::Missing { wraps } => {
            let needs_http = row.http_is_absent;
            let missing = quote_spanned! {ident=>
                __studio::check::missing(__DEFINITIONS, __Checks::OFFERS, #place, #variant, #needs_http, #wraps);
            };
            return check(ident, missing);
        }
        Fault::Outside(number) => {
            let outside =
                quote_spanned!(at=> __studio::check::outside(__DEFINITIONS, __Checks::OFFERS, #place, #number););
            return check(at, outside);
        }
        Fault::Repeated { number, user, same_name, share } => {
            let repeated = quote_spanned! {at=>
                __studio::check::repeated(__DEFINITIONS, __Checks::OFFERS, #place, #number, #user, #same_name, #share);
            };
            return check(at, repeated);
        }
        Fault::Reserved(number) => {
            let reserved =
                quote_spanned!(at=> __studio::check::reserved(__DEFINITIONS, __Checks::OFFERS, #place, #number););
            return check(at, reserved);
        }
    }
    if row.number.is_none() {
        return;
    }
    // At most one of these checks fails for a row, so one discriminant is enough.
    let name = row.name_span;
    let mut facts = quote_spanned!(at=> __code(#place););
    if let Some(http) = row.http_span {
        facts.extend(quote_spanned!(http=> __http(#place);));
    }
    if let (Some(http), 401) = (row.http_span, row.stated_policy.http) {
        check(http, quote_spanned!(http=> __studio::check::challenge(__DEFINITIONS, #place);));
    }
    let stated = row.name_is_stated;
    facts.extend(quote_spanned!(name=> __name(#place, #stated);));
    // If all rows of a type are valid, no row is checked again.
    check(at, quote_spanned!(at=> if !__DEFINITIONS.sound { #facts }));
    if let Some(written) = &row.padded {
        check(at, quote_spanned!(at=> __studio::check::leading_zeros(__DEFINITIONS, #place, #written);));
    }
    if let Some(span) = row.retryable_span {
        check(span, quote_spanned!(span=> __studio::check::retryable(__DEFINITIONS, #place);));
    }
    if let Some(span) = row.grpc_span {
        check(span, quote_spanned!(span=> __studio::check::grpc(__DEFINITIONS, #place);));
    }
    if let Some(first) = first {
        let first = first.ident.unraw().to_string();
        check(at, quote_spanned!(at=> __studio::check::shares(__DEFINITIONS, #place, #variant, #first);));
    }
    if row.http_is_absent {
        check(ident, quote_spanned!(ident=> __studio::check::http_is_published(__DEFINITIONS, #place, #variant);));
    }
    if row.description_is_absent {
        let by = row.documented_by.as_ref().map(|path| format!("{}!", path.to_token_stream()).replace(' ', ""));
        let by = by.unwrap_or_default();
        let published = quote_spanned! {ident=>
            __studio::check::description_is_published(__DEFINITIONS, #place, #variant, #by);
        };
        check(ident, published);
    }
    if let Some(span) = row.display_span {
        check(span, quote_spanned!(span=> __studio::check::internal(__DEFINITIONS, #place, "display");));
    }
    for span in details {
        check(*span, quote_spanned!(*span=> __studio::check::internal(__DEFINITIONS, #place, "detail");));
    }
}

/// Compares each nested type with the codes of the type and of the earlier nested types.
///
/// The codes of a type parameter are unknown here. A type that nests one is checked in `CODES`.
fn of_transparents(model: &Model) -> TokenStream {
    if conflicts::is_generic(model) {
        return TokenStream::new();
    }
    conflicts::items(&conflicts::parts_of(model))
}
