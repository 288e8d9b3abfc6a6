//! Writes the rows and the texts of a type as two literals, in the format of [`layout`](crate::layout).

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;

use super::tokens::option;
use crate::attr::{Deprecation, Documentation};
use crate::json;
use crate::layout::row as layout;
use crate::model::{Coded, Detail, Model, Policy};
use crate::value::{self, Property, Text};

pub(crate) fn expand(model: &Model) -> TokenStream {
    if !model.has_own() {
        return TokenStream::new();
    }
    let catalog = model.catalog_alias();
    let published = if model.publishes() {
        quote!(__studio::NOTHING)
    } else {
        quote_spanned!(catalog.span()=> <#catalog as __studio::Catalog>::PUBLISHED)
    };
    let table = table(model);
    let have_http = model.rows.iter().all(|row| row.http() > 0);
    let have_numbers = model.rows.iter().all(|row| row.number.is_some());
    let len = Literal::usize_unsuffixed(model.rows.len());
    let explanations = explanations(model);
    let variants = model.rows.iter().map(|row| row.ident.unraw().to_string()).collect::<Vec<_>>().join(" ");
    quote! {
        const __WRITTEN: __studio::check::Written = __studio::check::Written { table: #table, published: #published };
        static __TABLE: __studio::Table =
            __studio::check::Built::<#len, { __WRITTEN.text_len() }>::of(&__WRITTEN).table(__WRITTEN);
        const fn __constant(__row: __studio::usize) -> __Code {
            __studio::code(&__TABLE, __row)
        }
        const __DEFINITIONS: &__studio::check::Definitions =
            &__studio::check::definitions::<#len>(&__TABLE, __WRITTEN.published, #have_http, #have_numbers, #variants);
        #explanations
    }
}

/// The constant with the explanations. It is separate from the table, so that a program without a reference does not contain them.
fn explanations(model: &Model) -> Option<TokenStream> {
    let explained = model.rows.iter().enumerate().filter(|(_, row)| row.is_explained()).map(|(place, row)| {
        let (place, Documentation { explanation, internal, .. }) =
            (Literal::usize_unsuffixed(place), &row.documentation);
        quote!(__studio::Explanation::new(__constant(#place), #explanation, #internal))
    });
    let explained: Vec<_> = explained.collect();
    (!explained.is_empty()).then(|| quote!(const __EXPLANATIONS: &[__studio::Explanation] = &[#(#explained),*];))
}

fn table(model: &Model) -> TokenStream {
    let catalog = model.catalog_alias();
    let name = model.ident.unraw().to_string();
    let categories = &model.categories;
    let count = Literal::usize_unsuffixed(categories.len());
    let (mut rows, mut text) = (Vec::new(), String::new());
    let first = model.rows.iter().filter_map(|row| row.number).min().unwrap_or(0);
    for row in model.rows.iter() {
        write(row, first, &mut rows, &mut text);
    }
    let bounds = (0..categories.len()).map(|category| {
        let numbers = || model.rows.iter().filter(|row| row.category == Some(category)).filter_map(|row| row.number);
        // A category without numbers has bounds that are inside every range.
        let (first, last) = (numbers().min().unwrap_or(i64::MAX), numbers().max().unwrap_or(i64::MIN));
        quote!((#first, #last))
    });
    let side_tables = side_tables(model);
    let hash = hash(&[
        name.as_bytes(),
        &first.to_le_bytes(),
        &rows,
        text.as_bytes(),
        categories.join(" ").as_bytes(),
        model.catalog().map(value::name).unwrap_or_default().as_bytes(),
        side_tables.to_string().as_bytes(),
    ]);
    let rows = Literal::byte_string(&rows);
    let distinct = Literal::usize_unsuffixed(model.distinct);
    quote! {
        __studio::Table {
            name: #name,
            module: __studio::module_path!(),
            hash: #hash,
            catalog: <#catalog as __studio::Known>::FACTS,
            categories: &__studio::check::categories::<#catalog, #count>([#(#categories),*]),
            bounds: &[#(#bounds),*],
            first: #first,
            rows: __studio::rows(#rows),
            text: __studio::Text::Written(#text),
            distinct: #distinct,
            #side_tables
            ..*__studio::Table::EMPTY
        }
    }
}

/// A hash of everything that differs between two types: FNV-1a with 64 bits. It identifies the type within its module.
fn hash(parts: &[&[u8]]) -> Literal {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        // No text contains this byte, so it separates the parts.
        for byte in part.iter().chain(&[0xff]) {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
    Literal::u64_unsuffixed(hash)
}

/// A list for some of the rows, each with its index.
fn of_rows(model: &Model, value: impl Fn(usize, &Coded) -> Option<TokenStream>) -> Vec<TokenStream> {
    let of_row = |(place, row)| {
        let value = value(place, row)?;
        let place = Literal::usize_unsuffixed(place);
        Some(quote!((#place, #value)))
    };
    model.rows.iter().enumerate().filter_map(of_row).collect()
}

/// The indices of some of the rows.
fn places(model: &Model, are: impl Fn(usize, &Coded) -> bool) -> Vec<TokenStream> {
    let places = model.rows.iter().enumerate().filter(|(place, row)| are(*place, row)).map(|(place, _)| place);
    places.map(|place| Literal::usize_unsuffixed(place).into_token_stream()).collect()
}

fn pairs(properties: &[Property]) -> Vec<TokenStream> {
    properties.iter().map(|Property { name, value, .. }| quote!((#name, #value))).collect()
}

/// The fields of the table that are empty for most types.
fn side_tables(model: &Model) -> TokenStream {
    let mut fields = TokenStream::new();
    let Policy { http, retryable, level } = model.defaults();
    if http > 0 || retryable > 0 || level > 0 {
        let http = Literal::u16_unsuffixed(http);
        let (retryable, level) = (Literal::u8_unsuffixed(retryable), Literal::u8_unsuffixed(level));
        fields.extend(quote!(defaults: __studio::Defaults { http: #http, retryable: #retryable, level: #level },));
    }
    if let Some(Text(target)) = model.attr.target.value() {
        fields.extend(quote!(target: #target,));
    }
    if model.attr.tonic.span().is_some() {
        fields.extend(quote!(is_grpc: true,));
    }
    let of_details = model.details_of_rows();
    fields.extend(rare(model, &of_details));
    let mut reserved = model.attr.reserved().to_vec();
    reserved.sort_unstable();
    let reserved = reserved.iter().map(|(first, last)| quote!((#first, #last))).collect();
    let deprecated = of_rows(model, |_, row| {
        let Deprecation { since, note, .. } = row.deprecated.as_ref()?;
        let (since, note) = (option(since.as_ref()), option(note.as_ref()));
        Some(quote!(__studio::Deprecation::new(#since, #note)))
    });
    let grpc = of_rows(model, |_, row| Some(Literal::u8_unsuffixed(row.attr.grpc.value()?.0).into_token_stream()));
    let details = of_rows(model, |place, _| {
        let details = of_details[place].iter().filter(|detail| !detail.is_whole);
        let details = details.map(|Detail { name, json, is_optional, .. }| {
            let json = format_ident!("{json}");
            quote!(__studio::Detail::new(#name, __studio::DetailType::#json, #is_optional))
        });
        let details: Vec<_> = details.collect();
        (!details.is_empty()).then(|| quote!(&[#(#details),*]))
    });
    let lists: [(_, Vec<_>); 4] = [
        (quote!(reserved), reserved),
        (quote!(deprecated), deprecated),
        (quote!(grpc), grpc),
        (quote!(details), details),
    ];
    for (field, entries) in lists.into_iter().filter(|(_, entries)| !entries.is_empty()) {
        fields.extend(quote!(#field: &[#(#entries),*],));
    }
    fields
}

/// The facts that few types state.
fn rare(model: &Model, of_details: &[&[Detail]]) -> Option<TokenStream> {
    let properties = |_, row: &Coded| {
        let properties = pairs(row.attr.properties());
        (!properties.is_empty()).then(|| quote!(&[#(#properties),*]))
    };
    let challenge = |_, row: &Coded| row.attr.challenge.value().map(|Text(challenge)| challenge.to_token_stream());
    let lists = [
        (quote!(shared_properties), pairs(model.shared_properties())),
        (quote!(properties), of_rows(model, properties)),
        (quote!(challenges), of_rows(model, challenge)),
        (quote!(open_details), places(model, |place, _| of_details[place].iter().any(|detail| detail.is_whole))),
        (quote!(sections), places(model, |_, row| row.section.is_some() && row.attr.resolution.value().is_none())),
    ];
    let fields = lists.iter().map(|(field, entries)| quote!(#field: &[#(#entries),*],));
    lists.iter().any(|(_, entries)| !entries.is_empty()).then(|| quote!(rare: &__studio::Rare { #(#fields)* },))
}

/// Adds one row, and its texts: the body, the description if the body escapes it, the name and the resolution.
fn write(row: &Coded, first: i64, rows: &mut Vec<u8>, text: &mut String) {
    let start = text.len();
    let description = row.description().unwrap_or_default();
    // If there is no http, either the published description replaces the doc comment, or the missing http is refused.
    let is_stated = row.attr.description.value().is_some();
    let has_body = is_stated || row.remark.is_some() && row.http() > 0;
    let mut escaped_len = 0;
    if has_body {
        let message = json::string(description);
        text.push_str(&json::wire_format(&row.guess, &message, row.http()));
        if message != description {
            text.push_str(description);
            escaped_len = description.len();
        }
    }
    let body_len = text.len() - start - escaped_len;
    text.push_str(&row.name.text);
    text.push_str(row.resolution().unwrap_or_default());
    let flag = |is_set, flag: u8| if is_set { flag } else { 0 };
    let Policy { http, retryable, level } = row.attr.policy();
    let bits = flag(!is_stated, layout::IS_COMMENT)
        | flag(row.number.is_none(), layout::IS_REFUSED)
        | flag(row.name.is_stated, layout::NAME_IS_STATED)
        | retryable << layout::RETRYABLE
        | level << layout::LEVEL;
    let mut bytes = [0; layout::LEN];
    // The model refuses a longer distance, name or description. A type with 4 GiB of texts would not compile anyway.
    let mut long = |at: usize, value: u64| {
        bytes[at..at + 4].copy_from_slice(&u32::try_from(value).unwrap_or(u32::MAX).to_le_bytes());
    };
    long(layout::DISTANCE, row.number.map_or(0, |number| number.abs_diff(first)));
    long(layout::START, start as u64);
    let mut short = |at: usize, value: usize| {
        bytes[at..at + 2].copy_from_slice(&u16::try_from(value).unwrap_or(u16::MAX).to_le_bytes());
    };
    short(layout::BODY_LEN, body_len);
    short(layout::DESCRIPTION_LEN, escaped_len);
    short(layout::CATEGORY, row.category.unwrap_or(usize::MAX));
    bytes[layout::NAME_LEN] = u8::try_from(row.name.text.len()).unwrap_or(0);
    bytes[layout::CODE_LEN] = u8::try_from(row.guess.len()).unwrap_or(0);
    bytes[layout::HTTP] = u8::try_from(http.saturating_sub(layout::BELOW_HTTP)).unwrap_or(0);
    bytes[layout::BITS] = bits;
    // Built in constant evaluation.
    bytes[layout::PUBLISHED] = 0;
    rows.extend(bytes);
}
