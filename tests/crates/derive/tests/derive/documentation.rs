//! The description and the explanation, which are parts of the doc comment, and `#[deprecated]`.

use proc_macro2::{Delimiter, Group, TokenStream};
use quote::{ToTokens, quote};
use studio_errors_derive_library::derive;
use syn::parse_quote;

use crate::expansion;

/// Returns the generated code of a type with these attributes.
fn documented(attrs: &str) -> String {
    expansion(&format!("{attrs}\n#[studio(code = 1650, http = 402)] struct E;")).to_string()
}

/// Returns the message in the body.
fn description(code: &str) -> Option<&str> {
    let (_, rest) = code.split_once(r#"\"message\":\""#)?;
    rest.split_once(r#"\",\"http\""#).map(|(text, _)| text)
}

#[test]
fn the_description_is_the_first_paragraph_of_the_doc_comment() {
    for (attrs, expected) in [
        ("/// One line\n/// and another.\n///\n/// More.", Some("One line and another.")),
        ("#[deprecated = \"old\"]\n///\n/// One", Some("One")),
        // The stars of a block comment are not part of it.
        ("/** One\n * two\n *\n * three */", Some("One two")),
        ("/**\n * One\n * two\n *\n */", Some("One two")),
        ("/**\n\t* One\n\t* two\n\t**/", Some("One two")),
        ("/** One\n two */", Some("One two")),
        ("/** \n * One\n two */", Some("* One two")),
        ("/** * One\n  * two */", Some("* One * two")),
        ("/** * One */", Some("* One")),
        ("#[doc = \"One\\n* two\\n* three\"]", Some("One * two * three")),
        ("#[deprecated = \"old\"] #[doc(hidden)]", None),
        ("///\n///", None),
        // The paragraph may continue in the macro.
        ("/// One\n#[doc = a!()]", None),
        ("/// One\n///\n#[doc = a!()]", Some("One")),
    ] {
        assert_eq!(description(&documented(attrs)), expected, "{attrs}");
    }
    for attrs in ["#[doc(hidden)] #[doc = a::b!()]", "/// One\n#[doc = a::b!()]"] {
        assert!(documented(attrs).contains("description_is_published (__DEFINITIONS , 0 , \"a::b!\")"), "{attrs}");
    }
}

#[test]
fn a_fragment_of_a_macro_is_read_as_the_expression_in_it() {
    let of = |value: TokenStream| {
        let group = Group::new(Delimiter::None, Group::new(Delimiter::None, value).into_token_stream());
        let ty = parse_quote!(#[doc = #group] #[doc = "two"] #[studio(code = 1650, http = 402)] struct E;);
        derive(&ty).to_string()
    };
    assert_eq!(description(&of(quote!("One"))), Some("One two"));
    assert!(of(quote!(a!())).contains("description_is_published (__DEFINITIONS , 0 , \"a!\")"));
    // rustc reports these.
    let refused = of(quote!(TEXT));
    assert!(description(&refused).is_none() && !refused.contains("description_is_published"), "{refused}");
    assert_eq!(description(&of(quote!(5))), Some("two"));
}

#[test]
fn a_section_begins_with_any_form_of_a_heading() {
    let explained = |attrs: &str, explanation: &str, internal: &str| {
        let (code, texts) = (documented(attrs), format!("(__constant (0) , {explanation:?} , {internal:?})"));
        assert!(code.contains(&texts), "{texts}\n{code}");
    };
    for heading in ["# Internal", "   ###### internal ##", "## INTERNAL", "Internal\n/// ===", "Internal\n/// ---"] {
        explained(&format!("/// One\n///\n/// Two\n/// {heading}\n/// secret"), "Two", "secret");
        explained(&format!("/// {heading}\n/// secret"), "", "secret");
    }
    for other in ["#Internal", "    # Internal", "# Internally", "Internal", "\\\\# Internal"] {
        explained(&format!("/// One\n///\n/// {other}\n/// text"), &format!("{other}\ntext"), "");
    }
    explained(
        "/// One\n///\n/// - a\n///   b\n///\n/// # Resolution\n/// Do\n///\n/// # Causes\n/// Many\n/// # Internal\n/// Night\n\
         /// ## Log\n/// At `x`\n/// # More\n/// ```\n/// # Internal\n///     x\n/// ```",
        "- a\n  b\n\n# Causes\nMany\n# More\n```\n# Internal\n    x\n```",
        "Night\n## Log\nAt `x`",
    );
}

#[test]
fn every_form_of_deprecated_is_read() {
    let note = Group::new(Delimiter::None, quote!("old"));
    let of_macro = quote!(
        #[deprecated(note = #note, since = #note)]
        #[studio(code = 1650)]
        struct E;
    );
    let of_macro = derive(&syn::parse2(of_macro).expect("a type")).to_string();
    for (code, [since, note]) in [
        (documented("#[deprecated]"), ["None", "None"]),
        (documented("#[deprecated = \"old\"]"), ["None", "Some (\"old\")"]),
        (documented("#[deprecated(note = \"old\")]"), ["None", "Some (\"old\")"]),
        (documented("#[deprecated(since = \"2\", note = \"old\",)]"), ["Some (\"2\")", "Some (\"old\")"]),
        (of_macro, ["Some (\"old\")", "Some (\"old\")"]),
        // rustc reports these.
        (documented("#[deprecated(since)]"), ["None", "None"]),
        (documented("#[deprecated(suggestion = \"a\", note = 5)]"), ["None", "None"]),
    ] {
        let deprecation = format!("Deprecation :: new (__studio :: {since} , __studio :: {note})");
        assert!(code.contains(&deprecation), "{deprecation}\n{code}");
    }
    assert!(!documented("").contains("Deprecation"));
}
