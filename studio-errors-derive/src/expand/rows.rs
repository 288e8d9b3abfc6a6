//! What was written, row by row, and the table that it becomes.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use crate::json;
use crate::model::{Coded, Model};

pub(crate) fn expand(model: &Model) -> TokenStream {
    if model.rows.is_empty() {
        return TokenStream::new();
    }
    let catalog = super::catalog(model);
    let categories = model.categories.iter().enumerate().map(|(place, slug)| {
        let name = category(place);
        quote! {
            const #name: __studio::Option<&'static __studio::Category> =
                __studio::check::category_of::<#catalog>(#slug);
        }
    });
    let rows = model.rows.iter().map(row);
    let len = Literal::usize_unsuffixed(model.rows.len());
    let distinct = Literal::usize_unsuffixed(model.distinct);
    let published = if model.publishes {
        quote!(__studio::NOTHING)
    } else {
        quote_spanned!(catalog.span()=> <#catalog as __studio::Catalog>::PUBLISHED)
    };
    let reserved = model.reserved.iter().map(|(first, last)| quote!((#first, #last)));
    quote! {
        #(#categories)*
        const __PUBLISHED: __studio::CodeList = #published;
        const __ROWS: &[__studio::Written; #len] = &[#(#rows),*];
        const __JUDGED: &[__studio::Judged; #len] = &__studio::Judged::rows::<#catalog, #len>(__ROWS, __PUBLISHED);
        const __DEFINITIONS: &__studio::Definitions = &__studio::Definitions::new::<#catalog>(
            __ROWS,
            __JUDGED,
            #distinct,
            __PUBLISHED,
            &[#(#reserved),*],
        );
        static __TEXT: [__studio::u8; __DEFINITIONS.text_len()] = __DEFINITIONS.text();
        static __TABLE: [__studio::Row; #len] = __DEFINITIONS.table(&__TEXT);
    }
}

/// The constant that holds a category.
pub(crate) fn category(place: usize) -> Ident {
    format_ident!("__CATEGORY_{place}")
}

/// The category of a row.
pub(crate) fn category_of(row: &Coded) -> TokenStream {
    match row.category.map(category) {
        Some(name) => quote!(#name),
        None => quote!(__studio::None),
    }
}

fn row(row: &Coded) -> TokenStream {
    let number = Literal::u16_unsuffixed(row.number);
    let http = Literal::u16_unsuffixed(row.http);
    let Coded { guess, name, .. } = row;
    let category = category_of(row);
    let description = row.description().unwrap_or_default();
    let remark = row.stated.is_none();
    let resolution = row.resolution.as_deref().unwrap_or_default();
    let json = json::wire_format(guess, description, row.http);
    quote! {
        __studio::Written {
            number: #number,
            code: #guess,
            http: #http,
            category: #category,
            name: #name,
            description: #description,
            remark: #remark,
            resolution: #resolution,
            json: #json,
        }
    }
}
