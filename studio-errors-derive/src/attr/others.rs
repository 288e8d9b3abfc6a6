//! Other attributes: doc comments, `#[deprecated]` and `#[derive(..)]`.

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, MetaNameValue, Path, Token};

use crate::diagnostics::over;
use crate::value::{string, ungrouped};

/// The doc comment of a variant.
#[derive(Debug, PartialEq)]
pub(crate) enum Documentation {
    Absent,
    /// The first paragraph, as one line.
    Paragraph(String),
    /// The first paragraph contains a call of this macro. A derive cannot expand it.
    Macro(Path),
    /// The first paragraph contains an expression that is no literal. rustc refuses it.
    Refused,
}

/// Returns the first paragraph of the doc comment.
pub(crate) fn first_paragraph(attrs: &[Attribute]) -> Documentation {
    let mut paragraph: Vec<String> = Vec::new();
    for attr in attrs {
        let Meta::NameValue(doc) = &attr.meta else { continue };
        if !doc.path.is_ident("doc") {
            continue;
        }
        let text = match ungrouped(&doc.value) {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => without_stars(text),
            Expr::Macro(call) => return Documentation::Macro(call.mac.path.clone()),
            // rustc ignores this with a warning.
            Expr::Lit(_) => continue,
            _ => return Documentation::Refused,
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

/// Returns the text of a doc comment, without the stars that begin the lines of a block comment. rustdoc removes them too.
fn without_stars(literal: &LitStr) -> String {
    let text = string(literal);
    let lines: Vec<_> = text.lines().collect();
    // The first line is after `/**`.
    let starred = lines.iter().skip(usize::from(!text.trim_start_matches([' ', '\t']).starts_with('*')));
    let mut stars = starred.filter(|line| !line.trim().is_empty()).map(|line| {
        let at = line.find(|c| c != ' ' && c != '\t')?;
        line[at..].starts_with('*').then_some(at)
    });
    let Some(Some(column)) = stars.next().filter(|_| lines.len() > 1) else { return text };
    // In the string of `#[doc = ".."]`, the stars are a list.
    let is_comment = literal.span().source_text().is_none_or(|source| source.starts_with('/'));
    if !is_comment || stars.any(|star| star != Some(column)) {
        return text;
    }
    let without_star =
        |line: &&str| line.get(column..).and_then(|rest| rest.strip_prefix('*')).unwrap_or(line).to_owned();
    lines.iter().map(without_star).collect::<Vec<_>>().join("\n")
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

/// Reports a later attribute that derives `StudioErrorCode` again: the impls would conflict, one by one.
pub(crate) fn derived_again(attrs: &[Attribute]) -> Option<syn::Error> {
    let derives = attrs.iter().filter(|attr| attr.path().is_ident("derive"));
    let paths = derives.filter_map(|attr| attr.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated).ok());
    let again =
        paths.flatten().find(|path| path.segments.last().is_some_and(|last| last.ident == "StudioErrorCode"))?;
    Some(over(&again, "`StudioErrorCode` is derived twice", "remove one of them"))
}

fn text(value: &Expr) -> Option<String> {
    match ungrouped(value) {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::{Delimiter, Group, TokenStream};
    use quote::{ToTokens, quote};
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
        // The stars of a block comment are not part of it.
        for comment in
            ["/** One\n * two\n *\n * three */", "/**\n * One\n * two\n *\n */", "/**\n\t* One\n\t* two\n\t**/"]
        {
            assert_eq!(of(comment), paragraph("One two"), "{comment}");
        }
        assert_eq!(of("/** One\n two */"), paragraph("One two"));
        assert_eq!(of("/** \n * One\n two */"), paragraph("* One two"));
        assert_eq!(of("/** * One\n  * two */"), paragraph("* One * two"));
        assert_eq!(of("/** * One */"), paragraph("* One"));
        assert_eq!(of("#[doc = \"One\\n* two\\n* three\"]"), paragraph("One * two * three"));
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
    fn a_fragment_of_a_macro_is_read_as_the_expression_in_it() {
        let of = |value: TokenStream| {
            let group = Group::new(Delimiter::None, Group::new(Delimiter::None, value).into_token_stream());
            first_paragraph(&[parse_quote!(#[doc = #group]), parse_quote!(#[doc = "two"])])
        };
        assert_eq!(of(quote!("One")), Documentation::Paragraph("One two".to_owned()));
        assert_eq!(of(quote!(a!())), Documentation::Macro(parse_quote!(a)));
        // rustc reports these.
        assert_eq!(of(quote!(TEXT)), Documentation::Refused);
        assert_eq!(of(quote!(5)), Documentation::Paragraph("two".to_owned()));
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
