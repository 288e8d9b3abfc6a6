//! The checks that `studio_errors` runs: each a constant whose tokens carry the span of what is judged, where rustc
//! reports the panic.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::ext::IdentExt;

use super::check_item::check_item;
use super::conflicts;
use crate::model::{Coded, Fault, Model};

pub(crate) fn expand(model: &Model) -> TokenStream {
    let catalog = super::catalog(model);
    let mut checks = TokenStream::new();
    if let Some(span) = model.catalog_span {
        checks.extend(check_item(span, quote_spanned!(span=> __studio::check::catalog::<#catalog>();)));
    }
    if let Some((place, span)) = model.category {
        let slug = &model.categories[place];
        checks.extend(check_item(span, quote_spanned!(span=> __studio::check::category::<#catalog>(#slug);)));
    }
    if let Some(number) = model.needs_category {
        let span = model.ident.span();
        let name = model.ident.unraw().to_string();
        checks.extend(check_item(
            span,
            quote_spanned!(span=> __studio::check::category_missing(__DEFINITIONS, #name, #number, "");),
        ));
    }
    for (place, row) in model.rows.iter().enumerate() {
        checks.extend(of_row(model, place, row));
    }
    checks.extend(of_transparents(model));
    if let (Some(span), true) = (model.published_span, model.has_own()) {
        let ident = model.ident.unraw().to_string();
        checks.extend(check_item(span, quote_spanned!(span=> __studio::check::listed::<#catalog>(__OWN, #ident);)));
    }
    checks
}

fn of_row(model: &Model, place: usize, row: &Coded) -> TokenStream {
    let place = Literal::usize_unsuffixed(place);
    let catalog = super::catalog(model);
    let mut checks = TokenStream::new();
    if let Some(span) = row.category_span
        && let Some(category) = row.category
    {
        let slug = &model.categories[category];
        checks.extend(check_item(span, quote_spanned!(span=> __studio::check::category::<#catalog>(#slug);)));
    }
    let variant = row.ident.unraw().to_string();
    let ident = row.ident.span();
    let at = row.number_span;
    if row.category_is_absent {
        let number = row.number;
        let on_type = if model.is_struct { "" } else { " here or on the type" };
        checks.extend(check_item(
            ident,
            quote_spanned!(ident=> __studio::check::category_missing(__DEFINITIONS, #variant, #number, #on_type);),
        ));
    }
    let fault = match &row.fault {
        Fault::None => None,
        Fault::Missing { wraps } => {
            let needs_http = row.http_is_absent;
            Some(
                quote_spanned!(ident=> __studio::check::missing(__DEFINITIONS, #place, #variant, #needs_http, #wraps);),
            )
        }
        Fault::Outside(number) => Some(quote_spanned!(at=> __studio::check::outside(__DEFINITIONS, #place, #number);)),
        Fault::Repeated { number, user, same_name, share } => Some(quote_spanned! {at=>
            __studio::check::repeated(__DEFINITIONS, #place, #number, #user, #same_name, #share);
        }),
        Fault::Reserved(number) => {
            Some(quote_spanned!(at=> __studio::check::reserved(__DEFINITIONS, #place, #number);))
        }
    };
    if let Some(fault) = fault {
        checks.extend(check_item(if matches!(row.fault, Fault::Missing { .. }) { ident } else { at }, fault));
        return checks;
    }
    if row.number == 0 {
        return checks;
    }
    // The first two cannot both fail with the third: one item serves them all.
    let name = row.name_span;
    let mut of_facts = quote_spanned!(at=> __studio::check::code(__DEFINITIONS, #place););
    if let Some(http) = row.http_span {
        of_facts.extend(quote_spanned!(http=> __studio::check::http(__DEFINITIONS, #place);));
    }
    let stated = row.name_is_stated;
    of_facts.extend(quote_spanned!(name=> __studio::check::name(__DEFINITIONS, #place, #stated);));
    checks.extend(check_item(at, of_facts));
    if row.http_is_absent {
        checks.extend(check_item(
            ident,
            quote_spanned!(ident=> __studio::check::http_is_published(__DEFINITIONS, #place, #variant);),
        ));
    }
    if row.description_is_absent {
        let by = row.documented_by.as_ref().map(|path| format!("{}!", path.to_token_stream()).replace(' ', ""));
        let by = by.unwrap_or_default();
        checks.extend(check_item(
            ident,
            quote_spanned!(ident=> __studio::check::description_is_published(__DEFINITIONS, #place, #variant, #by);),
        ));
    }
    if let Some(span) = row.display_span {
        checks.extend(check_item(span, quote_spanned!(span=> __studio::check::display(__DEFINITIONS, #place);)));
    }
    checks
}

/// Each nested type against the type's own codes and those nested before it.
///
/// The list of a type parameter is not known here: `CODES` itself checks a type that nests one.
fn of_transparents(model: &Model) -> TokenStream {
    if conflicts::is_generic(model) {
        return TokenStream::new();
    }
    conflicts::items(&conflicts::parts_of(model))
}
