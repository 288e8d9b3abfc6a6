//! The attributes beside `#[studio(..)]` that say something of a code.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Lit, Meta};

/// The first paragraph of the doc comment, as one line.
pub(crate) fn first_paragraph(attrs: &[Attribute]) -> Option<String> {
    let lines = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
            syn::Expr::Lit(syn::ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    });
    let text: Vec<_> = lines.collect();
    let paragraph: Vec<_> = text
        .iter()
        .flat_map(|text| text.lines().map(str::trim).chain(text.is_empty().then_some("")))
        .skip_while(|line| line.is_empty())
        .take_while(|line| !line.is_empty())
        .collect();
    (!paragraph.is_empty()).then(|| paragraph.join(" "))
}

/// The `#[deprecated]` of a variant: its constant is deprecated too.
pub(crate) fn deprecated(attrs: &[Attribute]) -> TokenStream {
    attrs.iter().filter(|attr| attr.path().is_ident("deprecated")).map(ToTokens::to_token_stream).collect()
}

#[cfg(test)]
mod tests {
    use syn::{ItemStruct, parse_str};

    use super::{deprecated, first_paragraph};

    #[test]
    fn a_description_is_the_first_paragraph_of_the_doc_comment_alone() {
        let told = |attrs: &str| {
            first_paragraph(&parse_str::<ItemStruct>(&format!("{attrs}\nstruct E;")).expect("a type").attrs)
        };
        assert_eq!(told("/// One line\n/// and another.\n///\n/// More."), Some("One line and another.".to_owned()));
        assert_eq!(told("#[deprecated = \"old\"]\n///\n/// One"), Some("One".to_owned()));
        assert_eq!(told("/** \n * One\n\n Two */"), Some("* One".to_owned()));
        assert_eq!(told("#[deprecated = \"old\"] #[doc(hidden)] #[doc = a!()]"), None);
        assert_eq!(told("///\n///"), None);
    }

    #[test]
    fn a_constant_is_deprecated_with_its_variant() {
        let attrs = parse_str::<ItemStruct>("#[a] #[deprecated(note = \"old\")] struct E;").expect("a type").attrs;
        assert_eq!(deprecated(&attrs).to_string(), "# [deprecated (note = \"old\")]");
    }
}
