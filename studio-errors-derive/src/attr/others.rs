//! Other attributes with facts of a code: doc comments and `#[deprecated]`.

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, MetaNameValue, Path, Token};

use crate::value::string;

/// The doc comment of a variant.
#[derive(Debug, PartialEq)]
pub(crate) enum Documentation {
    Absent,
    /// The first paragraph, as one line.
    Paragraph(String),
    /// The first paragraph contains a call of this macro. A derive cannot expand it.
    Macro(Path),
}

/// Returns the first paragraph of the doc comment.
pub(crate) fn first_paragraph(attrs: &[Attribute]) -> Documentation {
    let mut paragraph: Vec<String> = Vec::new();
    for attr in attrs {
        let Meta::NameValue(doc) = &attr.meta else { continue };
        if !doc.path.is_ident("doc") {
            continue;
        }
        let text = match &doc.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => string(text),
            Expr::Macro(call) => return Documentation::Macro(call.mac.path.clone()),
            _ => continue,
        };
        // `lines` yields nothing for an empty text, which ends a paragraph.
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

/// The `#[deprecated]` of a variant.
pub(crate) struct Deprecation {
    /// The attribute, for the constant.
    pub(crate) tokens: Attribute,
    pub(crate) since: Option<String>,
    pub(crate) note: Option<String>,
}

/// Reads the `#[deprecated]` of a variant. rustc reports a malformed or repeated one.
pub(crate) fn deprecated(attrs: &[Attribute]) -> Option<Deprecation> {
    let attr = attrs.iter().find(|attr| attr.path().is_ident("deprecated"))?;
    let (mut since, mut note) = (None, None);
    match &attr.meta {
        Meta::Path(_) => {}
        Meta::NameValue(pair) => note = text(&pair.value),
        Meta::List(list) => {
            let pairs = Punctuated::<MetaNameValue, Token![,]>::parse_terminated;
            for pair in list.parse_args_with(pairs).unwrap_or_default() {
                if pair.path.is_ident("since") {
                    since = text(&pair.value);
                } else if pair.path.is_ident("note") {
                    note = text(&pair.value);
                }
            }
        }
    }
    Some(Deprecation { tokens: attr.clone(), since, note })
}

fn text(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        Expr::Group(group) => text(&group.expr),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::{Delimiter, Group};
    use quote::quote;
    use syn::{ItemStruct, parse_quote, parse_str};

    use super::{Documentation, deprecated, first_paragraph};

    #[test]
    fn the_description_is_the_first_paragraph_of_the_doc_comment() {
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
        // The paragraph may continue in the macro.
        assert_eq!(of("/// One\n#[doc = a!()]"), Documentation::Macro(parse_quote!(a)));
        assert_eq!(of("/// One\n///\n#[doc = a!()]"), Documentation::Paragraph("One".to_owned()));
    }

    #[test]
    fn every_form_of_deprecated_is_read() {
        let of = |attrs: &str| {
            let attrs = parse_str::<ItemStruct>(&format!("#[a] {attrs} struct E;")).expect("a type").attrs;
            deprecated(&attrs).map(|deprecation| (deprecation.since, deprecation.note))
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(of(""), None);
        assert_eq!(of("#[deprecated]"), Some((None, None)));
        assert_eq!(of("#[deprecated = \"old\"]"), Some((None, some("old"))));
        assert_eq!(of("#[deprecated(note = \"old\")]"), Some((None, some("old"))));
        assert_eq!(of("#[deprecated(since = \"2\", note = \"old\",)]"), Some((some("2"), some("old"))));
        // A `$note:expr` of a macro is in a group.
        let note = Group::new(Delimiter::None, quote!("old"));
        let attrs = parse_quote!(#[deprecated(note = #note, since = #note)]);
        assert_eq!(deprecated(&[attrs]).and_then(|deprecation| deprecation.note), some("old"));
        // rustc reports these.
        assert_eq!(of("#[deprecated(since)]"), Some((None, None)));
        assert_eq!(of("#[deprecated(suggestion = \"a\", note = 5)]"), Some((None, None)));
    }
}
