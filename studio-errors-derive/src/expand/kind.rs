//! The kind of a type: its definition, its impls, and the impl of `Kind`. It uses the table of the type.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Ident;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::definition::{debug, definition};
use super::impl_block::implement;
use super::nested::{call, span_of_values, transparents};
use super::pattern::{any, binding, binding_to, bound, matched};
use super::{code_set, conflicts, constants, from_code, impls};
use crate::model::{KIND, Kind, Model};

/// Returns the definition of the kind with this name, which must be where users can name it, and the impls.
pub(super) fn expand(model: &Model, name: &Ident) -> (TokenStream, TokenStream) {
    let kind = model.to_kind(name);
    let documentation = format!("The kind of a [`{0}`]: which error it is, without its fields.", model.ident.unraw());
    let definition = definition(&kind, &documentation, |ty| format!("The kind of the `{ty}`."));
    let list = code_set::codes(if conflicts::is_generic(model) { &kind } else { model }).1;
    let impls = [
        of_type(model, &kind),
        constants::expand(&kind),
        impls::coded(&kind),
        code_set::expand(&kind, &list),
        from_code::expand(&kind),
        values(&kind),
    ];
    (definition, impls.into_iter().collect())
}

/// Implements `Kind` for the type.
fn of_type(model: &Model, kind: &Model) -> TokenStream {
    let name = &kind.ident;
    let arms = model.variants.iter().map(|variant| {
        let ident = &variant.ident;
        let path = if model.is_struct { quote!(#name) } else { quote!(#name::#ident) };
        match &variant.kind {
            Kind::Coded { .. } => {
                let any = any(model, variant);
                quote!(#any => #path {})
            }
            Kind::Transparent(inner) => {
                let inner = inner.at_name();
                let pattern = binding(model, variant, &inner);
                let kind = call(&inner, "Kind", "kind");
                let span = inner.member.span();
                let value = if inner.is_self { kind } else { quote_spanned!(span=> #path { 0: #kind }) };
                quote_spanned!(span=> #pattern => #value)
            }
        }
    });
    let found = matched(model, arms);
    let (_, arguments, _) = kind.generics.split_for_impl();
    let kind = quote!(#name #arguments);
    // The type has no bound `CodeSet` for its parameters, but their kinds have.
    let check = conflicts::check_of_parameters(model, &kind);
    let returned = quote_spanned!(span_of_values(model)=> <Self as __studio::Kind>::Kind);
    // The kind of an error without variants has no values.
    let allowed = transparents(model).next().map(|_| quote!(#[allow(unreachable_code)]));
    let body = quote! {
        type Kind = #kind;

        #allowed
        fn kind(&self) -> #returned {
            #check
            #found
        }
    };
    implement(model, &quote!(Kind), model.have(KIND), &body)
}

/// Implements the traits of values, because the derives of `core` would add bounds to type parameters, and those of errors.
fn values(kind: &Model) -> TokenStream {
    let (mut equal, mut hash) = (TokenStream::new(), TokenStream::new());
    let state = quote!(__state);
    for variant in &kind.variants {
        let Kind::Transparent(inner) = &variant.kind else { continue };
        let span = inner.member.span();
        let (one, it) = (bound(inner), Ident::new("__it", span));
        let (same, other) = (binding(kind, variant, inner), binding_to(kind, variant, inner, &it));
        equal.extend(quote_spanned!(span=> (#same, #other) => __studio::PartialEq::eq(#one, #it),));
        hash.extend(quote_spanned!(span=> #same => __studio::Hash::hash(#one, #state),));
    }
    let is_enum = !kind.is_struct || kind.variants.is_empty();
    let same =
        if is_enum { quote!(__studio::discriminant(self) == __studio::discriminant(__it)) } else { quote!(true) };
    let discriminant = is_enum.then(|| quote!(__studio::Hash::hash(&__studio::discriminant(self), __state);));
    let this = quote_spanned!(span_of_values(kind)=> Self);
    let of_values = [
        // It is its own kind.
        (quote!(Kind), quote! { type Kind = Self; fn kind(&self) -> #this { *self } }),
        (quote!(Clone), quote! { fn clone(&self) -> #this { *self } }),
        (quote!(Copy), TokenStream::new()),
        (
            quote!(PartialEq),
            quote! {
                fn eq(&self, __it: &Self) -> __studio::bool {
                    match (self, __it) { #equal _ => #same }
                }
            },
        ),
        (quote!(Eq), TokenStream::new()),
        (
            quote!(Hash),
            quote! {
                fn hash<__H: __studio::Hasher>(&self, __state: &mut __H) {
                    #discriminant
                    match self { #hash _ => {} }
                }
            },
        ),
    ];
    let of_errors = [
        (
            quote!(Display),
            quote! {
                fn fmt(&self, __f: &mut __studio::Formatter<'_>) -> __studio::FmtResult {
                    __f.pad(__studio::StudioErrorCode::info(self).description())
                }
            },
        ),
        (quote!(Error), TokenStream::new()),
    ];
    let of_values = of_values.into_iter().map(|(of, body)| implement(kind, &of, None, &body));
    let of_errors = of_errors.into_iter().map(|(of, body)| implement(kind, &of, impls::reports_codes(kind), &body));
    of_values.chain([debug(kind, Vec::new())]).chain(of_errors).collect()
}
