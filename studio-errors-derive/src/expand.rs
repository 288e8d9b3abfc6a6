//! The generated code: constants, the table of codes, the checks and the impls.

mod by_number;
mod check_item;
mod checks;
mod code_set;
mod conflicts;
mod constants;
mod definition;
mod details;
mod frameworks;
mod from_code;
mod ide;
mod impl_block;
mod impls;
mod kind;
mod nested;
mod pattern;
mod received;
mod rows;
mod tokens;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::DeriveInput;

pub(crate) use self::check_item::check_item;
pub(crate) use self::conflicts::{Part, merged, source};
pub(crate) use self::nested::of_set;
use crate::diagnostics::Diagnostics;
use crate::model::Model;

/// Returns the generated code and all diagnostics.
pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let model = Model::read(input, &mut diagnostics);
    let mut tokens = model.as_ref().map(expand).unwrap_or_default();
    tokens.extend(diagnostics.into_tokens());
    tokens
}

fn expand(model: &Model) -> TokenStream {
    let constants = constants::expand(model);
    let rows = rows::expand(model);
    let checks = checks::expand(model);
    let impls = impls::expand(model);
    let ide = ide::expand(model);
    let catalog = model.catalog_alias();
    let span = catalog.span();
    let alias = match model.catalog() {
        Some(path) => quote_spanned!(span=> type #catalog = <#path as __studio::Known>::Catalog;),
        None => quote!(type #catalog = __studio::Studio;),
    };
    let krate = &model.krate;
    let (received, of_received) = model.received.as_ref().map(|name| received::expand(model, name)).unzip();
    let (kind, of_kind) = model.kind.as_ref().map(|name| kind::expand(model, name)).unzip();
    quote! {
        #kind
        #received

        #[allow(clippy::init_numbered_fields, deprecated, unused_qualifications)]
        const _: () = {
            use #krate::__private as __studio;
            use __studio::{Code as __Code, usize as __Step};
            #alias
            #constants
            #rows
            #checks
            #impls
            #of_kind
            #of_received
            #ide
        };
    }
}
