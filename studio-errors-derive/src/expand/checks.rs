//! Generates the calls of the checks in `studio_errors`.
//!
//! Each check is a constant item, because rustc evaluates each item separately and reports each failure at its tokens.

use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;

use super::catalog;
use super::check_item::{check_item, step_item};
use super::tokens::Tokens;
use super::{conflicts, reasons};
use crate::model::{Coded, Fault, Kind, Model, Variant};
use crate::value::Property;

pub(crate) fn expand(model: &Model) -> TokenStream {
    let catalog = catalog::alias(model);
    let mut checks = TokenStream::new();
    if let Some(span) = model.attr.catalog.span() {
        let mut check = quote_spanned!(span=> <#catalog as __studio::check::Checked>::CATALOG);
        if !model.rows.is_empty() {
            let definitions = definitions();
            check = quote_spanned!(model.ident.span()=> __studio::check::own_names(#definitions, #check));
        }
        checks.extend(check_item(span, check));
    }
    checks.extend(of_rows(model));
    if model.attr.tonic.span().is_some() && !conflicts::is_generic(model) {
        checks.extend(reasons::items(model));
    }
    if let (Some(span), true) = (model.attr.published.span(), model.has_own()) {
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
    let mut details = vec![Vec::new(); model.rows.len()];
    for variant in &model.variants {
        if let Kind::Coded { row, .. } = variant.kind {
            details[row].extend(variant.details.iter().map(|detail| (detail.key(), detail.span)));
        }
    }
    // The category of the type is checked with the first row that uses it: another item would take rustc longer.
    let mut category = model.category;
    for (place, (row, details)) in model.rows.iter().zip(&details).enumerate() {
        let of_type = category.take_if(|(category, _)| row.category == Some(*category) && row.number.is_some());
        let category = row.attr.category.span().or(of_type.map(|(_, span)| span));
        of_row(model, place, row, category, details, &mut checks);
    }
    if let Some((category, span)) = category {
        checks.category(model, category, span);
    }
    checks.challenges(model);
    checks.properties(model);
    let Checks(items) = checks;
    if model.rows.is_empty() {
        return items;
    }
    quote! {
        #[track_caller]
        const fn __fact(__step: __Step) -> __Step {
            if __DEFINITIONS.sound { __step } else { __studio::check::fact(__DEFINITIONS, __step) }
        }
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

    /// Checks that a 401 has a challenge. All rows share one item, so that only the first failure is reported: it is one mistake.
    fn challenges(&mut self, model: &Model) {
        let of_variant = |variant: &Variant| {
            let Kind::Coded { row: place, .. } = variant.kind else { return None };
            let row = &model.rows[place];
            let span = row.attr.http.span().or(model.attr.http.span()).or(row.attr.grpc.span())?;
            (row.http() == 401 && row.number.is_some()).then_some((span, Literal::usize_unsuffixed(place)))
        };
        let calls: Vec<_> = model.variants.iter().filter_map(of_variant).collect();
        if let [(first, _), ..] = calls[..] {
            let calls = calls
                .iter()
                .map(|(span, place)| quote_spanned!(*span=> __studio::check::challenge(__DEFINITIONS, #place);));
            self.add(first, quote_spanned!(first=> { #(#calls)* }));
        }
    }

    /// Checks each property that is stated.
    fn properties(&mut self, model: &Model) {
        let shared = model.shared_properties().iter().map(|property| (property, quote!(__studio::None)));
        let own = model.rows.iter().enumerate().flat_map(|(place, row)| {
            let place = Literal::usize_unsuffixed(place);
            row.properties().iter().map(move |property| (property, quote!(__studio::Some(#place))))
        });
        for (Property { name, value, name_span, value_span }, row) in own.chain(shared) {
            let (name_span, value_span) = (*name_span, *value_span);
            let declared = quote_spanned!(name_span=> __studio::check::declared_property(__DEFINITIONS, #row, #name));
            self.add(name_span, declared);
            let allowed =
                quote_spanned!(value_span=> __studio::check::property_value(__DEFINITIONS, #row, #name, #value));
            self.add(value_span, allowed);
        }
    }

    /// Checks a category without a row.
    fn category(&mut self, model: &Model, category: usize, span: Span) {
        let (catalog, slug) = (catalog::alias(model), &model.categories[category]);
        self.add(span, quote_spanned!(span=> __studio::check::category::<#catalog>(#slug)));
    }
}

/// The definitions, for a check that all types have. With the span of the check, rustc would also point there if the catalog itself is
/// wrong.
fn definitions() -> Ident {
    Ident::new("__DEFINITIONS", Span::call_site())
}

fn number(number: Option<i64>) -> TokenStream {
    match number {
        Some(number) => quote!(__studio::Some(#number)),
        None => quote!(__studio::None),
    }
}

/// The variant with which the row at `place` shares its constant.
fn shared_with(model: &Model, place: usize) -> Option<&Coded> {
    let (distinct, others) = model.rows.split_at_checked(model.distinct)?;
    let row = others.get(place.checked_sub(model.distinct)?)?;
    distinct.iter().find(|first| first.number == row.number)
}

/// Adds the checks of one row. `at_category` is where an unknown category is reported.
fn of_row(
    model: &Model,
    place: usize,
    row: &Coded,
    at_category: Option<Span>,
    details: &[(&str, Span)],
    checks: &mut Checks,
) {
    let first = shared_with(model, place);
    let place = Literal::usize_unsuffixed(place);
    let (variant, ident, at) = (row.ident.unraw().to_string(), row.ident.span(), row.number_span);
    let category = at_category.zip(row.category);
    if let (Some((span, category)), None) = (category, row.number) {
        checks.category(model, category, span);
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
                __studio::check::missing(__DEFINITIONS, #place, #needs_http, #wraps)
            };
            return checks.add(ident, missing);
        }
        Fault::Outside { digits, number: value, near } => {
            let value = number(*value);
            let outside = quote_spanned!(at=> __studio::check::outside(__DEFINITIONS, #place, #digits, #value, #near));
            return checks.add(at, outside);
        }
        Fault::Repeated { number, user, same_name, share } => {
            let repeated = quote_spanned! {at=>
                __studio::check::repeated(__DEFINITIONS, #place, #number, #user, #same_name, #share)
            };
            return checks.add(at, repeated);
        }
        Fault::Reserved(number) => {
            let reserved = quote_spanned!(at=> __studio::check::reserved(__DEFINITIONS, #place, #number));
            return checks.add(at, reserved);
        }
    }
    if row.number.is_none() {
        return;
    }
    // At most one of these checks fails for a row, so one expression calls them all. Each call has the span of another literal.
    let mut facts = Tokens::at(at);
    match category {
        Some((span, category)) => {
            let slug = &model.categories[category];
            let definitions = definitions();
            facts.tokens(quote_spanned!(span=> __studio::check::category_of(#definitions, #slug, #place)));
        }
        None => {
            facts.token(place.clone());
        }
    }
    for span in [Some(at), Some(row.name_span), row.attr.http.span()].into_iter().flatten() {
        let mut call = Tokens::at(span);
        call.word("__fact").group(Delimiter::Parenthesis, facts);
        facts = call;
    }
    checks.0.extend(step_item(at, facts));
    if let Some(written) = row.attr.code.value().and_then(|number| number.padded.as_ref()) {
        checks.add(at, quote_spanned!(at=> __studio::check::leading_zeros(__DEFINITIONS, #place, #written)));
    }
    // Where the name is not stated, its span is that of the variant, and the check of the name also checks the properties. The published
    // catalog declares none.
    if row.name_is_stated && model.catalog().is_some() {
        checks.add(ident, quote_spanned!(ident=> __studio::check::properties(__DEFINITIONS, #place)));
    }
    if let Some((value, span)) = row.discriminant {
        checks.add(span, quote_spanned!(span=> __studio::check::discriminant(__DEFINITIONS, #place, #value)));
    }
    if let Some(span) = row.attr.retryable.span() {
        checks.add(span, quote_spanned!(span=> __studio::check::retryable(__DEFINITIONS, #place)));
    }
    if let Some(span) = row.attr.grpc.span() {
        checks.add(span, quote_spanned!(span=> __studio::check::grpc(__DEFINITIONS, #place)));
    }
    if let Some(span) = row.attr.challenge.span() {
        checks.add(span, quote_spanned!(span=> __studio::check::own_challenge(__DEFINITIONS, #place)));
    }
    if let Some(first) = first {
        let first = first.ident.unraw().to_string();
        checks.add(at, quote_spanned!(at=> __studio::check::shares(__DEFINITIONS, #place, #first)));
    }
    if row.http_is_absent {
        checks.add(ident, quote_spanned!(ident=> __studio::check::http_is_published(__DEFINITIONS, #place)));
    }
    if row.description_is_absent {
        let by = row.documented_by.as_ref().map(|path| format!("{}!", path.to_token_stream()).replace(' ', ""));
        let by = by.unwrap_or_default();
        let published = quote_spanned! {ident=>
            __studio::check::description_is_published(__DEFINITIONS, #place, #by)
        };
        checks.add(ident, published);
    }
    if let Some(span) = row.attr.display.span() {
        checks.add(span, quote_spanned!(span=> __studio::check::internal(__DEFINITIONS, #place, "display")));
    }
    for (key, span) in details {
        checks.add(*span, quote_spanned!(*span=> __studio::check::internal(__DEFINITIONS, #place, #key)));
    }
}
