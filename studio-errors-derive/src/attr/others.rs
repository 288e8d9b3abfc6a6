//! The attributes beside `#[studio(..)]` that say something of a code.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, Path};

/// What a doc comment says about a code.
#[derive(Debug, PartialEq)]
pub(crate) enum Documentation {
    Absent,
    /// The first paragraph, as one line.
    Paragraph(String),
    /// The macro whose result the first paragraph contains. A derive cannot expand it.
    Macro(Path),
}

/// The first paragraph of the doc comment.
pub(crate) fn first_paragraph(attrs: &[Attribute]) -> Documentation {
    let mut paragraph: Vec<String> = Vec::new();
    for attr in attrs {
        let Meta::NameValue(doc) = &attr.meta else { continue };
        if !doc.path.is_ident("doc") {
            continue;
        }
        let text = match &doc.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => text.value(),
            Expr::Macro(call) => return Documentation::Macro(call.mac.path.clone()),
            _ => continue,
        };
        // An empty text has no line, and ends a paragraph as an empty line does.
        for line in text.lines().map(str::trim).chain(text.is_empty().then_some("")) {
            match (line.is_empty(), paragraph.is_empty()) {
                (true, true) => {}
                (true, false) => return Documentation::Paragraph(paragraph.join(" ")),
                (false, _) => paragraph.push(line.to_owned()),
            }
        }
    }
    if paragraph.is_empty() { Documentation::Absent } else { Documentation::Paragraph(paragraph.join(" ")) }
}

/// The `#[deprecated]` of a variant: its constant is deprecated too.
pub(crate) fn deprecated(attrs: &[Attribute]) -> TokenStream {
    attrs.iter().filter(|attr| attr.path().is_ident("deprecated")).map(ToTokens::to_token_stream).collect()
}

#[cfg(test)]
mod tests {
    use syn::{ItemStruct, parse_quote, parse_str};

    use super::{Documentation, deprecated, first_paragraph};

    #[test]
    fn a_description_is_the_first_paragraph_of_the_doc_comment_alone() {
        let of = |attrs: &str| {
            first_paragraph(&parse_str::<ItemStruct>(&format!("{attrs}\nstruct E;")).expect("a type").attrs)
        };
        let paragraph = |text: &str| Documentation::Paragraph(text.to_owned());
        assert_eq!(of("/// One line\n/// and another.\n///\n/// More."), paragraph("One line and another."));
        assert_eq!(of("#[deprecated = \"old\"]\n///\n/// One"), paragraph("One"));
        assert_eq!(of("/** \n * One\n\n Two */"), paragraph("* One"));
        assert_eq!(of("#[deprecated = \"old\"] #[doc(hidden)]"), Documentation::Absent);
        assert_eq!(of("///\n///"), Documentation::Absent);
    }

    #[test]
    fn a_doc_comment_made_by_a_macro_cannot_be_read() {
        let of = |attrs: &str| {
            first_paragraph(&parse_str::<ItemStruct>(&format!("{attrs}\nstruct E;")).expect("a type").attrs)
        };
        assert_eq!(of("#[doc(hidden)] #[doc = a::b!()]"), Documentation::Macro(parse_quote!(a::b)));
        // The paragraph may go on in the macro.
        assert_eq!(of("/// One\n#[doc = a!()]"), Documentation::Macro(parse_quote!(a)));
        assert_eq!(of("/// One\n///\n#[doc = a!()]"), Documentation::Paragraph("One".to_owned()));
    }

    #[test]
    fn a_constant_is_deprecated_with_its_variant() {
        let attrs = parse_str::<ItemStruct>("#[a] #[deprecated(note = \"old\")] struct E;").expect("a type").attrs;
        assert_eq!(deprecated(&attrs).to_string(), "# [deprecated (note = \"old\")]");
    }
}
