//! What comes out: constants, the table that everything is looked up in, the checks, and the impls.

mod checks;
mod constants;
mod ide;
mod impls;
mod rows;

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Model;

pub(crate) fn expand(model: &Model) -> TokenStream {
    let krate = &model.krate;
    let catalog = &model.catalog;
    let constants = constants::expand(model);
    let rows = rows::expand(model);
    let checks = checks::expand(model);
    let impls = impls::expand(model);
    let ide = ide::expand(model);
    quote! {
        #constants

        #[allow(deprecated, long_running_const_eval, unexpected_cfgs, unused_qualifications)]
        const _: () = {
            use #krate::__private as __studio;
            type __Catalog = #catalog;
            #rows
            #checks
            #impls
            #ide
        };
    }
}
