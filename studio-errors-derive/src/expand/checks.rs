//! Generates the calls of the checks in `studio_errors`.
//!
//! Each check is a constant item, because rustc evaluates each item separately and reports each failure at its tokens.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
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
        checks.extend(check_item(span, quote_spanned!(span=> __studio::check::category::<#catalog>(#slug))));
    }
    checks.extend(of_rows(model));
    checks.extend(of_transparents(model));
    if model.tonic.is_some() && !conflicts::is_generic(model) {
        checks.extend(reasons::items(model));
    }
    if let (Some(span), true) = (model.published_span, model.has_own()) {
        checks.extend(check_item(span, quote_spanned!(span=> __studio::check::listed::<#catalog>(&__TABLE))));
    }
    checks
}

fn of_rows(model: &Model) -> TokenStream {
    let mut checks = Checks::default();
    if model.needs_category {
        let span = model.ident.span();
        let name = model.ident.unraw().to_string();
        let number = number(model.rows.iter().find_map(|row| row.number));
        checks.add(span, quote_spanned!(span=> __studio::check::category_missing(__DEFINITIONS, #name, #number, "")));
    }
    if let (Some(http), 401) = (model.default_http_span, model.defaults.http) {
        // All variants that use the default share one item, so that only the first failure is reported.
        let rows = model.rows.iter().enumerate().filter(|(_, row)| row.default_http == 401 && row.number.is_some());
        let places = rows.map(|(place, _)| Literal::usize_unsuffixed(place));
        checks.add(http, quote_spanned!(http=> { #(__studio::check::challenge(__DEFINITIONS, #places);)* }));
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
    let Checks(items) = checks;
    if items.is_empty() {
        return items;
    }
    let len = Literal::usize_unsuffixed(model.rows.len());
    let have_numbers = model.rows.iter().all(|row| row.number.is_some());
    quote! {
        #[track_caller]
        const fn __code(__row: __studio::usize) -> __studio::usize {
            if !__DEFINITIONS.sound {
                __studio::check::code(__DEFINITIONS, __OFFERS, __row);
            }
            __row
        }
        #[track_caller]
        const fn __http(__row: __studio::usize) -> __studio::usize {
            if !__DEFINITIONS.sound {
                __studio::check::http(__DEFINITIONS, __row);
            }
            __row
        }
        #[track_caller]
        const fn __name(__row: __studio::usize) {
            if !__DEFINITIONS.sound {
                __studio::check::name(__DEFINITIONS, __row);
            }
        }
        const __OFFERS: &[__studio::Option<__studio::u32>; #len] =
            &__studio::check::offers(__DEFINITIONS, #have_numbers);
        #items
    }
}

/// The items that check the rows.
#[derive(Default)]
struct Checks(TokenStream);

impl Checks {
    fn add(&mut self, span: Span, check: impl IntoIterator<Item = TokenTree>) {
        self.0.extend(check_item(span, check));
    }
}

fn number(number: Option<u32>) -> TokenStream {
    match number {
        Some(number) => quote!(__studio::Some(#number)),
        None => quote!(__studio::None),
    }
}

fn of_row(model: &Model, place: usize, row: &Coded, details: &[Span], checks: &mut Checks) {
    // The variant with which it shares the constant.
    let first = model.rows[..model.distinct].iter().find(|first| place >= model.distinct && first.number == row.number);
    let place = Literal::usize_unsuffixed(place);
    let catalog = catalog::alias(model);
    let variant = row.ident.unraw().to_string();
    let ident = row.ident.span();
    let at = row.number_span;
    if let Some(span) = row.category_span
        && let Some(category) = row.category
    {
        let slug = &model.categories[category];
        checks.add(span, quote_spanned!(span=> __studio::check::category::<#catalog>(#slug)));
    }
    if row.category_is_absent {
        let number = number(row.number);
        let on_type = if model.is_struct { "" } else { " here or on the type" };
        let missing = quote_spanned! {ident=>
            __studio::check::category_missing(__DEFINITIONS, #variant, #number, #on_type)
        };
        checks.add(ident, missing);
    }
    match &row.fault {
        Fault::None => {}
        Fault::Missing { wraps } => {
            let needs_http = row.http_is_absent;
            let missing = quote_spanned! {ident=>
                __studio::check::missing(__DEFINITIONS, __OFFERS, #place, #variant, #needs_http, #wraps)
            };
            return checks.add(ident, missing);
        }
        Fault::Outside(number) => {
            let outside = quote_spanned!(at=> __studio::check::outside(__DEFINITIONS, __OFFERS, #place, #number));
            return checks.add(at, outside);
        }
        Fault::Repeated { number, user, same_name, share } => {
            let repeated = quote_spanned! {at=>
                __studio::check::repeated(__DEFINITIONS, __OFFERS, #place, #number, #user, #same_name, #share)
            };
            return checks.add(at, repeated);
        }
        Fault::Reserved(number) => {
            let reserved = quote_spanned!(at=> __studio::check::reserved(__DEFINITIONS, __OFFERS, #place, #number));
            return checks.add(at, reserved);
        }
    }
    if row.number.is_none() {
        return;
    }
    // At most one of the three fails for a row, so one expression calls them all.
    let mut facts = call("__code", at, [TokenTree::from(place.clone())]);
    if let Some(http) = row.http_span {
        facts = call("__http", http, facts);
    }
    checks.add(at, call("__name", row.name_span, facts));
    if let (Some(http), 401) = (row.http_span, row.stated_policy.http) {
        checks.add(http, quote_spanned!(http=> __studio::check::challenge(__DEFINITIONS, #place)));
    }
    if let Some(written) = &row.padded {
        checks.add(at, quote_spanned!(at=> __studio::check::leading_zeros(__DEFINITIONS, #place, #written)));
    }
    if let Some(span) = row.retryable_span {
        checks.add(span, quote_spanned!(span=> __studio::check::retryable(__DEFINITIONS, #place)));
    }
    if let Some(span) = row.grpc_span {
        checks.add(span, quote_spanned!(span=> __studio::check::grpc(__DEFINITIONS, #place)));
    }
    if let Some(first) = first {
        let first = first.ident.unraw().to_string();
        checks.add(at, quote_spanned!(at=> __studio::check::shares(__DEFINITIONS, #place, #variant, #first)));
    }
    if row.http_is_absent {
        checks.add(ident, quote_spanned!(ident=> __studio::check::http_is_published(__DEFINITIONS, #place, #variant)));
    }
    if row.description_is_absent {
        let by = row.documented_by.as_ref().map(|path| format!("{}!", path.to_token_stream()).replace(' ', ""));
        let by = by.unwrap_or_default();
        let published = quote_spanned! {ident=>
            __studio::check::description_is_published(__DEFINITIONS, #place, #variant, #by)
        };
        checks.add(ident, published);
    }
    if let Some(span) = row.display_span {
        checks.add(span, quote_spanned!(span=> __studio::check::internal(__DEFINITIONS, #place, "display")));
    }
    for span in details {
        checks.add(*span, quote_spanned!(*span=> __studio::check::internal(__DEFINITIONS, #place, "detail")));
    }
}

/// A call of a function, with the span at which rustc reports a panic.
fn call(function: &str, span: Span, argument: impl IntoIterator<Item = TokenTree>) -> [TokenTree; 2] {
    let mut argument = Group::new(Delimiter::Parenthesis, argument.into_iter().collect());
    argument.set_span(span);
    [Ident::new(function, span).into(), argument.into()]
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
