//! Generates the calls of the checks in `studio_errors`.
//!
//! Each check is a constant item, because rustc evaluates each item separately and reports each failure at its tokens.

use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use super::check_item::{check_item, step_item};
use super::conflicts;
use super::tokens::{Tokens, option};
use crate::model::{Coded, Detail, Fault, Kind, Model, Variant};
use crate::value::{self, Property};

pub(crate) fn expand(model: &Model) -> TokenStream {
    let catalog = model.catalog_alias();
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
        checks.extend(conflicts::reasons(model).flat_map(|(span, check)| check_item(span, check)));
    }
    if let (Some(span), true) = (model.attr.published.span(), model.has_own()) {
        checks.extend(check_item(span, quote_spanned!(span=> __studio::check::listed::<#catalog>(&__TABLE))));
    }
    checks
}

fn of_rows(model: &Model) -> TokenStream {
    let mut checks = Checks { model, items: TokenStream::new() };
    let needs_category = model.needs_category();
    if needs_category {
        checks.category_missing(&model.ident, model.rows.iter().find_map(|row| row.number), "");
    }
    // The category of the type is checked with the first row that uses it: another item would take rustc longer.
    let mut category = model.category;
    for (place, (row, details)) in model.rows.iter().zip(model.details_of_rows()).enumerate() {
        let of_type = category.take_if(|(category, _)| row.category == Some(*category) && row.number.is_some());
        let category = row.attr.category.span().or(of_type.map(|(_, span)| span));
        if row.category_is_absent && !needs_category {
            let other_place = if model.is_struct { "" } else { " here or on the type" };
            checks.category_missing(&row.ident, row.number, other_place);
        }
        checks.row(place, row, category, details);
    }
    if let Some((category, span)) = category {
        checks.category(category, span);
    }
    checks.challenges();
    checks.properties();
    let items = checks.items;
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
struct Checks<'a> {
    model: &'a Model,
    items: TokenStream,
}

impl Checks<'_> {
    fn add(&mut self, span: Span, check: impl IntoIterator<Item = TokenTree>) {
        self.items.extend(check_item(span, check));
    }

    /// Adds a call of the check with this name, which gets the definitions and the `arguments`.
    fn call(&mut self, span: Span, check: &str, arguments: &TokenStream) {
        let check = Ident::new(check, span);
        self.add(span, quote_spanned!(span=> __studio::check::#check(__DEFINITIONS, #arguments)));
    }

    /// Checks that a 401 has a challenge. All rows share one item, so that only the first failure is reported: it is one mistake.
    fn challenges(&mut self) {
        let model = self.model;
        let of_variant = |variant: &Variant| {
            let Kind::Coded { row: place, .. } = variant.kind else { return None };
            let row = &model.rows[place];
            let span = row.attr.http.span().or(model.attr.http.span()).or(row.attr.grpc.span())?;
            (row.http() == 401 && row.number.is_some()).then(|| {
                let place = Literal::usize_unsuffixed(place);
                (span, quote_spanned!(span=> __studio::check::challenge(__DEFINITIONS, #place);))
            })
        };
        let calls: Vec<_> = model.variants.iter().filter_map(of_variant).collect();
        if let [(first, _), ..] = calls[..] {
            let calls = calls.iter().map(|(_, call)| call);
            self.add(first, quote_spanned!(first=> { #(#calls)* }));
        }
    }

    /// Checks each property that is stated.
    fn properties(&mut self) {
        let shared = self.model.shared_properties().iter().map(|property| (property, quote!(__studio::None)));
        let own = self.model.rows.iter().enumerate().flat_map(|(place, row)| {
            let place = Literal::usize_unsuffixed(place);
            row.attr.properties().iter().map(move |property| (property, quote!(__studio::Some(#place))))
        });
        for (Property { name, value, name_span, value_span }, row) in own.chain(shared) {
            self.call(*name_span, "declared_property", &quote!(#row, #name));
            self.call(*value_span, "property_value", &quote!(#row, #name, #value));
        }
    }

    /// Checks a category without a row.
    fn category(&mut self, category: usize, span: Span) {
        let (catalog, slug) = (self.model.catalog_alias(), &self.model.categories[category]);
        self.add(span, quote_spanned!(span=> __studio::check::category::<#catalog>(#slug)));
    }

    fn category_missing(&mut self, ident: &Ident, number: Option<i64>, on_type: &str) {
        let (name, number) = (ident.unraw().to_string(), option(number));
        self.call(ident.span(), "category_missing", &quote!(#name, #number, #on_type));
    }

    /// Adds the checks of one row. `at_category` is where an unknown category is reported.
    fn row(&mut self, at_place: usize, row: &Coded, at_category: Option<Span>, details: &[Detail]) {
        let place = Literal::usize_unsuffixed(at_place);
        let (ident, at) = (row.ident.span(), row.number_span());
        let category = at_category.zip(row.category);
        if let (Some((span, category)), None) = (category, row.number) {
            self.category(category, span);
        }
        if let Some(fault) = &row.fault {
            let (check, arguments) = match fault {
                Fault::Missing { needs_http, wraps } => ("missing", quote!(#needs_http, #wraps)),
                Fault::Outside { digits, number, near } => {
                    let number = option(*number);
                    ("outside", quote!(#digits, #number, #near))
                }
                Fault::Reserved(number) => ("reserved", quote!(#number)),
                Fault::Repeated { number, user, same_name, share } => {
                    ("repeated", quote!(#number, #user, #same_name, #share))
                }
            };
            return self.call(at, check, &quote!(#place, #arguments));
        }
        if row.number.is_none() {
            return;
        }
        // At most one of these checks fails for a row, so one expression calls them all. Each call has the span of another literal.
        let mut facts = Tokens::at(at);
        match category {
            Some((span, category)) => {
                let (definitions, slug) = (definitions(), &self.model.categories[category]);
                facts.tokens(quote_spanned!(span=> __studio::check::category_of(#definitions, #slug, #place)));
            }
            None => {
                facts.token(place.clone());
            }
        }
        for span in [Some(at), Some(row.name.span), row.attr.http.span()].into_iter().flatten() {
            let mut call = Tokens::at(span);
            call.word("__fact").group(Delimiter::Parenthesis, facts);
            facts = call;
        }
        self.items.extend(step_item(at, facts));
        if let Some(written) = row.attr.code.value().and_then(|number| number.padded.as_ref()) {
            self.call(at, "leading_zeros", &quote!(#place, #written));
        }
        // Where the name is not stated, its span is that of the variant, and the check of the name also checks the properties. The
        // published catalog declares none.
        let properties = (row.name.is_stated && self.model.catalog().is_some()).then_some(ident);
        let mut of_key = |span: Option<Span>, check| {
            if let Some(span) = span {
                self.call(span, check, &quote!(#place));
            }
        };
        of_key(properties, "properties");
        of_key(row.attr.retryable.span(), "retryable");
        of_key(row.attr.grpc.span(), "grpc");
        of_key(row.attr.challenge.span(), "own_challenge");
        of_key(row.http_is_absent.then_some(ident), "http_is_published");
        if let Some((value, span)) = row.discriminant {
            self.call(span, "discriminant", &quote!(#place, #value));
        }
        if let Some(first) = self.model.shared_with(at_place) {
            let first = first.ident.unraw().to_string();
            self.call(at, "shares", &quote!(#place, #first));
        }
        if row.description_is_absent() {
            let by =
                row.documentation.first.written_by().map(|path| format!("{}!", value::name(path))).unwrap_or_default();
            self.call(ident, "description_is_published", &quote!(#place, #by));
        }
        if let Some(span) = row.attr.display.span() {
            self.call(span, "internal", &quote!(#place, "display"));
        }
        for detail in details {
            let key = detail.key();
            self.call(detail.span, "internal", &quote!(#place, #key));
        }
    }
}

/// The definitions, for a check that all types have. With the span of the check, rustc would also point there if the catalog itself is
/// wrong.
fn definitions() -> Ident {
    Ident::new("__DEFINITIONS", Span::call_site())
}
