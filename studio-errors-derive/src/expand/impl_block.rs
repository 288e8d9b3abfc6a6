//! An impl of a trait for the type.

use proc_macro2::TokenStream;
use quote::quote;
use syn::WherePredicate;

use crate::model::Model;

/// Implements the trait `of` of `studio_errors` for the type, with its generics, its bounds and the additional `bounds`.
pub(super) fn implement(
    model: &Model,
    of: &TokenStream,
    bounds: impl IntoIterator<Item = WherePredicate>,
    body: &TokenStream,
) -> TokenStream {
    let ident = &model.ident;
    let mut bounded = model.generics.clone();
    bounded.make_where_clause().predicates.extend(bounds);
    let (generics, arguments, bounds) = bounded.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #generics __studio::#of for #ident #arguments #bounds {
            #body
        }
    }
}
