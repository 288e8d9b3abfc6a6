//! An entry of a set: a type, or some codes of a type.

use proc_macro2::{Group, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::token::Brace;
use syn::{Ident, Token, Type};

use crate::diagnostics::{Diagnostics, over};
use crate::expand::{Part, check_item, source};

/// A type, with the names of its constants if only some of its codes are listed.
pub(super) struct Listed {
    pub(super) ty: Type,
    pub(super) codes: Option<Vec<Ident>>,
}

impl Listed {
    /// Reads an entry of `set`: `OrderError`, or `OrderError::{OUT_OF_STOCK, NOT_FOUND}`. After an error in the list of codes, the type is
    /// listed with all codes, so that nothing else is reported.
    pub(super) fn read(input: ParseStream<'_>, set: &Ident, diagnostics: &mut Diagnostics) -> syn::Result<Self> {
        let Some(tokens) = before_codes(input) else {
            let ty = expected(input, "expected a type whose codes are known", Type::without_plus)?;
            return match of_one_code(&ty, diagnostics) {
                Some(listed) => Ok(listed),
                None => Ok(Self { ty: sound(ty, set)?, codes: None }),
            };
        };
        let ty = Type::without_plus.parse2(tokens.clone());
        let ty = ty.map_err(|_| syn::Error::new_spanned(tokens, with_form("expected a type whose codes are known")))?;
        let (ty, group) = (sound(ty, set)?, input.parse::<Group>()?);
        let read = |input: ParseStream<'_>| Punctuated::<_, Token![,]>::parse_terminated_with(input, Ident::parse_any);
        let (span, fact) = match read.parse2(group.stream()) {
            Ok(codes) if !codes.is_empty() => return Ok(Self { ty, codes: Some(codes.into_iter().collect()) }),
            Ok(_) => (group.span(), "this list has no codes"),
            Err(error) => (error.span(), "expected the constant of a code"),
        };
        let help = format!("list its constants, as in `{}::{{OUT_OF_STOCK, NOT_FOUND}}`", source(&ty));
        diagnostics.at(span, fact, &help);
        Ok(Self { ty, codes: None })
    }

    /// The part of the set, and the items that it needs. `place` is its index.
    pub(super) fn part(&self, place: usize) -> (TokenStream, Part) {
        let part = Part::of_type(&self.ty);
        let Some(codes) = &self.codes else { return (TokenStream::new(), part) };
        let Part { name, codes: all, span } = &part;
        let constants = codes.iter().map(|code| code.unraw().to_string());
        let rows = format_ident!("__ROWS{place}");
        let checks = codes.iter().enumerate().flat_map(|(i, code)| {
            let (span, constant, i) = (code.span(), code.unraw().to_string(), Literal::usize_unsuffixed(i));
            check_item(span, quote_spanned!(span=> __studio::check::listed_code(#name, #all, #rows, #i, #constant)))
        });
        let len = Literal::usize_unsuffixed(codes.len());
        let items = quote! {
            const #rows: &__studio::check::Rows<#len> = &__studio::check::Rows::named(#all, [#(#constants),*]);
            #(#checks)*
        };
        let codes = quote_spanned!(*span=> #rows.of(#all));
        (items, Part { codes, ..part })
    }
}

/// If the next entry is a type with some of its codes, reads the type and the `::`, and returns the type.
fn before_codes(input: ParseStream<'_>) -> Option<TokenStream> {
    let ahead = input.fork();
    let (mut tokens, mut depth) = (TokenStream::new(), 0_usize);
    while depth > 0 || !ahead.peek(Token![,]) {
        if depth == 0 && ahead.peek(Token![::]) && ahead.peek3(Brace) && !tokens.is_empty() {
            input.advance_to(&ahead);
            return input.parse::<Token![::]>().is_ok().then_some(tokens);
        }
        // Its `>` closes nothing.
        if let Ok(arrow) = ahead.parse::<Token![->]>() {
            arrow.to_tokens(&mut tokens);
            continue;
        }
        depth += usize::from(ahead.peek(Token![<]));
        depth = depth.saturating_sub(usize::from(ahead.peek(Token![>])));
        tokens.extend([ahead.parse::<TokenTree>().ok()?]);
    }
    None
}

/// Refuses a type whose codes cannot be known.
fn sound(ty: Type, set: &Ident) -> syn::Result<Type> {
    match &ty {
        Type::Infer(_) | Type::ImplTrait(_) => {
            Err(syn::Error::new_spanned(&ty, with_form("expected a type whose codes are known")))
        }
        Type::Path(path) if path.path.is_ident(set) || path.path.is_ident("Self") => {
            Err(over(&ty, &format!("`{set}` lists itself"), &format!("remove `{}`", source(&ty))))
        }
        _ => Ok(ty),
    }
}

/// If the type is the path of a constant, reports it, and returns the entry that was meant.
fn of_one_code(ty: &Type, diagnostics: &mut Diagnostics) -> Option<Listed> {
    let Type::Path(path) = ty else { return None };
    let mut owner = path.clone();
    let segments = &mut owner.path.segments;
    let code = segments.pop()?.ident;
    segments.pop_punct();
    let (name, last) = (code.unraw().to_string(), segments.last()?.ident.unraw().to_string());
    let is_constant = name.len() > 1 && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
    if !is_constant || !last.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let owner = Type::Path(owner);
    let fix = format!("write `{}::{{{code}}}`", source(&owner));
    diagnostics.over(ty, &format!("`{}` is a code, not a type", source(ty)), &fix);
    Some(Listed { ty: owner, codes: Some(vec![code]) })
}

/// Reads something, or reports the form of a set.
pub(super) fn expected<T>(
    input: ParseStream<'_>,
    fact: &str,
    parse: impl FnOnce(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    // At the end, there is no token, so the span is the whole invocation.
    let span = if input.is_empty() { Span::call_site() } else { input.span() };
    parse(input).map_err(|_| syn::Error::new(span, with_form(fact)))
}

pub(super) fn with_form(fact: &str) -> String {
    format!("{fact}\nhelp: a set has the form `code_set! {{ pub ServiceErrors: ImageError, WalletError }}`")
}
