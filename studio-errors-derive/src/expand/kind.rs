//! The kind of a type: its definition, its impls, and the impl of `Kind`. It uses the table of the type.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Ident, Visibility};

use super::impl_block::implement;
use super::nested::{call, span_of_values, transparents};
use super::pattern::{any, binding, binding_to, bound};
use super::{code_set, conflicts, constants, from_code, impls};
use crate::markdown;
use crate::model::{Kind, Model, Variant};

/// Returns the definition of the kind with this name, which must be where users can name it, and the impls.
pub(super) fn expand(model: Model, name: Ident) -> (TokenStream, TokenStream) {
    let generics = model.generics_of_kind();
    let (_, arguments, _) = generics.split_for_impl();
    let of_type = of_type(&model, &quote!(#name #arguments), &name);
    let documentation = format!("The kind of a [`{0}`]: which error it is, without its fields.", model.ident.unraw());
    let is_generic = conflicts::is_generic(&model);
    let of_model = code_set::codes(&model).list;
    let kind = model.into_kind(name, generics);
    let list = if is_generic { code_set::codes(&kind).list } else { of_model };
    let definition = definition(&kind, &documentation);
    let constants = constants::expand(&kind);
    let coded = impls::coded(&kind);
    let code_set = code_set::expand(&kind, &list);
    let from_code = from_code::expand(&kind);
    let of_kind = of_kind(&kind);
    let values = values(&kind);
    (definition, quote!(#of_type #constants #coded #code_set #from_code #of_kind #values))
}

/// Implements `Kind` for the type.
fn of_type(model: &Model, kind: &TokenStream, name: &Ident) -> TokenStream {
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
                let kind = call(&inner, &quote!(Kind), "kind");
                let span = inner.member.span();
                let value = if inner.is_self { kind } else { quote_spanned!(span=> #path { 0: #kind }) };
                quote_spanned!(span=> #pattern => #value)
            }
        }
    });
    let found = if model.variants.is_empty() { quote!(match *self {}) } else { quote!(match self { #(#arms,)* }) };
    // The type has no bound `CodeSet` for its parameters, but their kinds have.
    let check = conflicts::check_of_parameters(model, kind);
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
    implement(model, &quote!(__studio::Kind), model.have_kinds(), &body)
}

/// Implements `Kind` for the kind: it is its own kind.
fn of_kind(kind: &Model) -> TokenStream {
    let returned = quote_spanned!(span_of_values(kind)=> Self);
    let body = quote! {
        type Kind = Self;

        fn kind(&self) -> #returned {
            *self
        }
    };
    implement(kind, &quote!(__studio::Kind), Vec::new(), &body)
}

/// The enum, or the struct.
fn definition(kind: &Model, documentation: &str) -> TokenStream {
    let Model { vis, ident, generics, non_exhaustive, .. } = kind;
    let bounds = &generics.where_clause;
    let (at, visibility) = place_of_definition(ident, vis);
    let head = quote! {
        #[doc = #documentation]
        #[allow(dead_code, deprecated, non_camel_case_types, private_bounds, private_interfaces, unused_qualifications)]
        #non_exhaustive
    };
    if let (true, [variant]) = (kind.is_struct, &*kind.variants) {
        let field = held(variant).map(|ty| quote!((#vis #ty)));
        return quote_spanned!(at=> #head #visibility struct #ident #generics #field #bounds;);
    }
    let variants = kind.variants.iter().map(|variant| {
        let Variant { ident, deprecated, .. } = variant;
        // The doc comment of the variant would not fit: its links may begin with `Self`, and its examples would run twice.
        let doc = match &variant.kind {
            Kind::Coded { row, .. } => markdown::constant(&kind.rows[*row]),
            Kind::Transparent(inner) => format!("The kind of the `{}`.", conflicts::source(&inner.shown)),
        };
        let field = held(variant).map(|ty| quote!((#ty)));
        quote!(#[doc = #doc] #deprecated #ident #field)
    });
    quote_spanned!(at=> #head #visibility enum #ident #generics #bounds { #(#variants,)* })
}

/// The span of the tokens of a definition, and its visibility: rustc points to the key if the name is already used.
pub(super) fn place_of_definition(name: &Ident, vis: &Visibility) -> (Span, TokenStream) {
    let at = Span::call_site().located_at(name.span());
    let tokens = vis.to_token_stream().into_iter().map(|mut token| {
        token.set_span(at);
        token
    });
    (at, tokens.collect())
}

/// The type in a variant of the kind.
fn held(variant: &Variant) -> Option<&syn::Type> {
    match &variant.kind {
        Kind::Coded { .. } => None,
        Kind::Transparent(inner) => Some(&inner.ty),
    }
}

/// Implements the traits of values. The derives of `core` would add bounds to type parameters.
fn values(kind: &Model) -> TokenStream {
    let (mut equal, mut hash, mut debug) = (TokenStream::new(), TokenStream::new(), TokenStream::new());
    let (state, f) = (quote!(__state), quote!(__f));
    for variant in &kind.variants {
        let name = if kind.is_struct { &kind.ident } else { &variant.ident }.unraw().to_string();
        let Kind::Transparent(inner) = &variant.kind else {
            let any = any(kind, variant);
            debug.extend(quote!(#any => __f.write_str(#name),));
            continue;
        };
        let span = inner.member.span();
        let (one, it) = (bound(inner), Ident::new("__it", span));
        let (same, other) = (binding(kind, variant, inner), binding_to(kind, variant, inner, &it));
        equal.extend(quote_spanned!(span=> (#same, #other) => __studio::PartialEq::eq(#one, #it),));
        hash.extend(quote_spanned!(span=> #same => __studio::Hash::hash(#one, #state),));
        debug.extend(quote_spanned!(span=> #same => #f.debug_tuple(#name).field(#one).finish(),));
    }
    let is_enum = !kind.is_struct || kind.variants.is_empty();
    let same =
        if is_enum { quote!(__studio::discriminant(self) == __studio::discriminant(__it)) } else { quote!(true) };
    let discriminant = is_enum.then(|| quote!(__studio::Hash::hash(&__studio::discriminant(self), __state);));
    let debug = if kind.variants.is_empty() { quote!(match *self {}) } else { quote!(match self { #debug }) };
    let this = quote_spanned!(span_of_values(kind)=> Self);
    let impls = [
        (
            quote!(Clone),
            quote!(
                fn clone(&self) -> #this {
                    *self
                }
            ),
        ),
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
        (quote!(Debug), quote!(fn fmt(&self, __f: &mut __studio::Formatter<'_>) -> __studio::FmtResult { #debug })),
    ];
    let impls = impls.into_iter().map(|(of, body)| implement(kind, &quote!(__studio::#of), Vec::new(), &body));
    let error = implement(kind, &quote!(__studio::Error), impls::reports_codes(kind), &TokenStream::new());
    impls.chain([display(kind), error]).collect()
}

/// Implements `Display`: the description of the code.
fn display(kind: &Model) -> TokenStream {
    let body = quote! {
        fn fmt(&self, __f: &mut __studio::Formatter<'_>) -> __studio::FmtResult {
            __f.pad(__studio::StudioErrorCode::info(self).description())
        }
    };
    implement(kind, &quote!(__studio::Display), impls::reports_codes(kind), &body)
}
