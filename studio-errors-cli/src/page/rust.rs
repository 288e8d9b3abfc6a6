//! Writes definitions as Rust.

use std::collections::BTreeSet;
use std::fmt;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::Page;
use super::definitions::{Category, Definitions, Variant, in_text};
use super::table::Remark;
use super::{explanation, identifiers};
use studio_errors::GrpcCode;
use studio_errors::reference::output::terminal;

/// The generated Rust code, and the parts of the page that it does not contain.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Imported {
    /// A module: the catalog, one enum for each category, and an enum of all of them.
    pub rust: String,
    /// The rows that the module does not contain, by line.
    pub left_out: Vec<Remark>,
    /// The parts that the module contains with a difference, and the columns and tables that are not read, by line.
    pub notes: Vec<Remark>,
}

/// The error of [`Page::to_rust`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotImported {
    /// The name of the catalog is not an identifier such as `Acme`, or the output uses it for something else.
    Name(String),
    /// No row of the page can be expressed. The reasons.
    NoCodes(Vec<Remark>),
}

impl fmt::Display for NotImported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => {
                let name = terminal(name);
                write!(f, "`{name}` cannot be the name of the catalog\nhelp: write a name in `UpperCamelCase`, such as `Acme`")
            }
            Self::NoCodes(_) => f.write_str(
                "no code can be imported\nhelp: the page needs a table with the columns `code`, `http`, `name` and `description`",
            ),
        }
    }
}

impl std::error::Error for NotImported {}

impl Page {
    /// Converts the page to Rust. `catalog` is the name of the type that implements [`Catalog`](studio_errors::Catalog).
    ///
    /// ```
    /// use studio_errors_cli::page::{Page, PageFormat};
    ///
    /// let page = "## Billing (100-199)\n\n\
    ///     | Code | Status | Name | Message |\n|---|---|---|---|\n\
    ///     | ACME-100 | 402 | CARD_DECLINED | The card was declined |\n";
    /// let imported = Page::parse(page, PageFormat::Markdown)?.to_rust("Acme")?;
    /// assert!(imported.rust.contains(r#"const SEPARATOR: &'static str = "-";"#));
    /// assert!(imported.rust.contains("/// The card was declined\n    #[studio(code = 100, http = 402)]\n    CardDeclined,"));
    /// assert!(imported.left_out.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if `catalog` cannot be the name of a type, or if no row of the page can be expressed.
    pub fn to_rust(&self, catalog: &str) -> Result<Imported, NotImported> {
        let refused = || NotImported::Name(catalog.into());
        let name: Ident = syn::parse_str(catalog).map_err(|_| refused())?;
        if !catalog.starts_with(|c: char| c.is_ascii_uppercase()) || identifiers::TAKEN.contains(&catalog) {
            return Err(refused());
        }
        let all = if catalog.ends_with("Error") { format!("{catalog}s") } else { format!("{catalog}Error") };
        let mut taken = BTreeSet::from([catalog.to_string(), all.clone()]);
        let definitions = Definitions::of(self, &mut taken);
        if definitions.categories.is_empty() {
            let mut reasons = [definitions.left_out, definitions.notes].concat();
            reasons.sort_by_key(|remark| remark.line);
            return Err(NotImported::NoCodes(reasons));
        }
        let all = ident(&all);
        let challenge = needs_challenge(&definitions).then(|| quote!(Challenge,));
        let parts = [
            quote!(
                use studio_errors::{Catalog, Category, #challenge CodeList, CodeSet, StudioErrorCode};
            ),
            catalog_of(&name, &all, &definitions),
            all_of(&name, &all, &definitions),
        ];
        let enums = definitions.categories.iter().map(|category| enum_of(&name, category, &definitions));
        // Items are formatted separately, so that there is an empty line between them.
        let items =
            parts.into_iter().chain(enums).map(|tokens| syn::parse2(tokens).map(|file| prettyplease::unparse(&file)));
        // Items that consist of identifiers and literals are valid.
        let rust = items.collect::<Result<Vec<_>, _>>().map_err(|_| refused())?.join("\n");
        Ok(Imported { rust, left_out: definitions.left_out, notes: definitions.notes })
    }
}

/// A catalog with a 401 does not compile without a challenge, and no page states one.
fn needs_challenge(definitions: &Definitions) -> bool {
    definitions.categories.iter().flat_map(|category| &category.variants).any(|variant| variant.http == 401)
}

fn catalog_of(name: &Ident, all: &Ident, definitions: &Definitions) -> TokenStream {
    let spelling = &definitions.spelling;
    let prefix = &spelling.prefix;
    let separator = (spelling.separator != "_").then(|| {
        let separator = &spelling.separator;
        quote!(const SEPARATOR: &'static str = #separator;)
    });
    let width = (spelling.width > 0).then(|| {
        let width = Literal::usize_unsuffixed(spelling.width);
        quote!(const WIDTH: usize = #width;)
    });
    let challenge = needs_challenge(definitions).then(|| {
        let doc = doc("The challenge of a response with http 401, which the page does not state.");
        quote!(#doc const CHALLENGE: Challenge = Challenge::Scheme("Bearer");)
    });
    let categories = definitions.categories.iter().map(|category| {
        let (slug, title) = (&category.slug, &category.title);
        match ranges(&category.ranges).as_slice() {
            [range] => quote!(Category::new(#slug, #title, #range)),
            ranges => quote!(Category::with_ranges(#slug, #title, &[#(#ranges),*])),
        }
    });
    let doc = doc(&format!("The catalog of codes such as `{}`.", first_code(definitions)));
    quote! {
        #doc
        #[derive(Clone, Copy, Debug)]
        pub struct #name;
        impl Catalog for #name {
            const PREFIX: &'static str = #prefix;
            #separator
            #width
            #challenge
            const CATEGORIES: &'static [Category] = &[#(#categories),*];
            const PUBLISHED: CodeList = <#all as CodeSet>::CODES;
        }
    }
}

fn first_code(definitions: &Definitions) -> String {
    let first = definitions.categories.first().and_then(|category| category.variants.first());
    first.map_or(String::new(), |variant| definitions.spelling.code(variant.number))
}

/// Returns the enum of all categories.
fn all_of(name: &Ident, all: &Ident, definitions: &Definitions) -> TokenStream {
    let variants = definitions.categories.iter().map(|category| {
        let inner = ident(&category.ident);
        let variant = category.ident.strip_suffix("Error").filter(|stem| !matches!(*stem, "" | "Self"));
        let variant = ident(variant.unwrap_or(&category.ident));
        let doc = doc(&format!("{}.", plain(&category.title).unwrap_or("A category")));
        quote!(#doc #[studio(transparent)] #variant(#inner))
    });
    let doc = doc(&format!("Any error of the catalog `{name}`."));
    quote! {
        #doc
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
        #[studio(catalog = #name, published, from_code)]
        pub enum #all { #(#variants),* }
    }
}

fn enum_of(name: &Ident, category: &Category, definitions: &Definitions) -> TokenStream {
    let (own, slug) = (ident(&category.ident), &category.slug);
    let reserved = category.reserved.iter().map(|(first, last)| {
        let (number, last) = (Literal::i64_unsuffixed(*first), (first < last).then(|| Literal::i64_unsuffixed(*last)));
        last.map_or(quote!(#number), |last| quote!(#number..=#last))
    });
    let reserved: Vec<_> = reserved.collect();
    let reserved = (!reserved.is_empty()).then(|| quote!(, reserved(#(#reserved),*)));
    let title = plain(&category.title).map_or("The".into(), |title| format!("{title}: the"));
    let doc = doc(&format!("{title} published errors {}.", in_text(&category.ranges)));
    let variants = category.variants.iter().map(|variant| variant_of(variant, definitions));
    quote! {
        #doc
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
        #[studio(catalog = #name, category = #slug, published #reserved)]
        pub enum #own { #(#variants),* }
    }
}

fn variant_of(variant: &Variant, definitions: &Definitions) -> TokenStream {
    let own = ident(&variant.ident);
    let (code, http) = (Literal::i64_unsuffixed(variant.number), Literal::u16_unsuffixed(variant.http));
    let name = &variant.name;
    let name = (identifiers::default_name(&variant.ident) != *name).then(|| quote!(, name = #name));
    // A description that rustdoc would not show unchanged becomes a string.
    let description = &variant.description;
    let (doc, description) = match plain(description) {
        Some(text) => (doc(text), None),
        None => {
            let code = definitions.spelling.code(variant.number);
            (doc(&format!("The code `{code}`.")), Some(quote!(, description = #description)))
        }
    };
    let explanation = explanation::doc(&variant.explanation).into_iter().map(|line| doc_line(&line));
    let resolution = &variant.resolution;
    let resolution = (!resolution.is_empty()).then(|| quote!(, resolution = #resolution));
    let retryable = variant.retryable.map(|retryable| quote!(, retryable = #retryable));
    let grpc = variant.grpc.map(GrpcCode::as_str).map(|grpc| quote!(, grpc = #grpc));
    let deprecated = deprecated(&variant.deprecated);
    quote!(#doc #(#explanation)* #deprecated #[studio(code = #code, http = #http #name #description #resolution #retryable #grpc)] #own)
}

/// The attribute for a text such as `deprecated since 1.2.0: use STUDIO_1601`. An empty text is no deprecation.
fn deprecated(text: &str) -> Option<TokenStream> {
    let rest = text.strip_prefix("deprecated")?;
    let (since, note) = rest.split_once(": ").map_or((rest, None), |(since, note)| (since, Some(quote!(note = #note))));
    let since = since.strip_prefix(" since ").map(|since| quote!(since = #since));
    let arguments: Vec<_> = since.into_iter().chain(note).collect();
    Some(if arguments.is_empty() { quote!(#[deprecated]) } else { quote!(#[deprecated(#(#arguments),*)]) })
}

/// Returns the text if rustdoc shows it unchanged.
fn plain(text: &str) -> Option<&str> {
    let escaped = terminal(text).to_string();
    let special = |c: char| matches!(c, '[' | ']' | '<' | '>' | '\\');
    let is_plain = !text.is_empty()
        && escaped == text
        && text.trim() == text
        && !text.contains(special)
        && !text.contains("://")
        && text.matches('`').count().is_multiple_of(2);
    is_plain.then_some(text)
}

fn doc(text: &str) -> TokenStream {
    doc_line(&format!(" {text}"))
}

fn doc_line(text: &str) -> TokenStream {
    quote!(#[doc = #text])
}

fn ranges(ranges: &[(i64, i64)]) -> Vec<TokenStream> {
    let number = Literal::i64_unsuffixed;
    let range = |(first, last): &(i64, i64)| {
        let (first, last) = (number(*first), number(*last));
        quote!(#first..=#last)
    };
    ranges.iter().map(range).collect()
}

/// Parses a name from `identifiers`, which is always a valid identifier.
fn ident(text: &str) -> Ident {
    Ident::new(text, Span::call_site())
}
