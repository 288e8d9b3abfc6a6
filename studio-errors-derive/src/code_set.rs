//! The macro `code_set! { pub All: A, B }`: its syntax, and the type that it generates.

mod listed;
mod members;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, Path, Token, Type, Visibility};

use self::listed::{Listed, expected, with_form};
use crate::attr::Attr;
use crate::diagnostics::Diagnostics;
use crate::expand::{Part, check_item, merged, of_set};
use crate::given::Given;
use crate::key::Place;
use crate::value::{self, TypePath};

/// The input: the path to `studio_errors`, which the public macro adds, and the set.
pub(crate) struct Set {
    krate: Path,
    attrs: Vec<Attribute>,
    vis: Visibility,
    ident: Ident,
    types: Vec<Listed>,
    /// The errors after the name. The set is still generated, with the types before the first one that ends the list.
    diagnostics: Diagnostics,
}

impl Parse for Set {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let krate = Path::parse_mod_style(input)?;
        input.parse::<Token![;]>()?;
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        let ident: Ident = expected(input, "expected the name of the set", Ident::parse)?;
        // Without the `:`, the identifier may not be the name.
        expected(input, "expected `:` after the name of the set", <Token![:]>::parse)?;
        let mut set = Self { krate, attrs, vis, ident, types: Vec::new(), diagnostics: Diagnostics::default() };
        if let Err(error) = set.read_types(input) {
            set.diagnostics.add(error);
        }
        // The tokens after an error are ignored.
        input.parse::<TokenStream>()?;
        Ok(set)
    }
}

impl Set {
    fn read_types(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let Self { ident, types, diagnostics, .. } = self;
        if input.is_empty() {
            diagnostics.add(syn::Error::new(ident.span(), with_form(&format!("`{ident}` lists no type"))));
        }
        while !input.is_empty() {
            types.push(Listed::read(input, ident, diagnostics)?);
            if !input.is_empty() {
                expected(input, "expected `,`", <Token![,]>::parse)?;
            }
        }
        Ok(())
    }
}

pub(crate) fn expand(set: Set) -> TokenStream {
    let Set { krate, attrs, vis, ident, types, mut diagnostics } = set;
    // A list of codes is not empty.
    let may_be_empty = diagnostics.is_empty() && types.iter().all(|listed| listed.codes.is_none());
    let not_empty = may_be_empty.then(|| has_codes(&ident));
    let keys = Attr::read(&attrs, Place::Set, &mut diagnostics);
    let attrs: Vec<_> = attrs.iter().filter(|attr| !attr.path().is_ident("studio")).collect();
    let doc = (!attrs.iter().any(|attr| attr.path().is_ident("doc"))).then(|| documentation(&types));
    let members = members::expand(&ident, &types, &mut diagnostics);
    let (rows, parts): (Vec<_>, Vec<_>) = types.iter().enumerate().map(|(i, listed)| listed.part(i)).unzip();
    let (items, list) = merged(&parts, false, false, Span::call_site());
    let explanations = types.iter().map(|listed| of_set(&listed.ty, false, "explanations"));
    let catalog = one_catalog(&keys.catalog, &parts);
    let responses =
        keys.utoipa.span().map(|span| quote_spanned!(span=> __studio::utoipa_responses! { [] [#ident] [] }));
    // rustc points to the name of the set if an error is not a member of it.
    let structure = quote_spanned!(ident.span()=> struct #ident;);
    let diagnostics = diagnostics.into_tokens();
    quote! {
        #diagnostics

        #(#attrs)*
        #doc
        #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
        #vis #structure

        #[allow(unused_lifetimes, unused_qualifications)]
        const _: () = {
            use #krate::__private as __studio;
            #(#rows)*
            #items
            #catalog
            #not_empty
            impl __studio::CodeSet for #ident {
                const CODES: __studio::CodeList = #list;
                const EXPLANATIONS: __studio::Explanations = __studio::Explanations::EMPTY.and(&[#(#explanations),*]);
            }
            #members
            #responses
        };
    }
}

/// Checks that each part has the catalog that the set requires.
fn one_catalog(required: &Given<TypePath>, parts: &[Part]) -> TokenStream {
    let (Some(TypePath(path)), Some(span)) = (required.value(), required.span()) else { return TokenStream::new() };
    let required = value::name(path);
    let catalog = Ident::new("__Catalog", span);
    let checks = parts.iter().flat_map(|Part { name, codes, span }| {
        let check = quote_spanned!(*span=> __studio::check::of_catalog::<#catalog>(#required, #name, #codes));
        check_item(*span, check)
    });
    let alias = quote_spanned!(span=> type #catalog = <#path as __studio::Known>::Catalog;);
    quote!(#alias #(#checks)*)
}

fn has_codes(set: &Ident) -> TokenStream {
    let (span, name) = (set.span(), set.unraw().to_string());
    let codes = quote_spanned!(span=> <#set as __studio::CodeSet>::CODES);
    check_item(span, quote_spanned!(span=> __studio::check::has_codes(#name, #codes))).into_stream()
}

fn documentation(types: &[Listed]) -> TokenStream {
    let mut doc = String::from("Every code of:\n");
    for Listed { ty, codes, .. } in types {
        // Only a path can be a link.
        let text = ty.to_token_stream().to_string().replace(' ', "");
        doc += &if matches!(ty, Type::Path(path) if path.qself.is_none() && !text.contains('<')) {
            format!("\n- [`{text}`]")
        } else {
            format!("\n- `{text}`")
        };
        if let Some(codes) = codes {
            let names: Vec<_> = codes.iter().map(|code| format!("`{code}`")).collect();
            doc += &format!(": {}", names.join(", "));
        }
    }
    quote!(#[doc = #doc])
}
