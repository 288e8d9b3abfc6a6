//! Tests the ui cases without the compiler: the derive must report the messages of each `.stderr` at the same place.
//!
//! All cases take about a second instead of minutes, so every mutant of the derive can be tested with all of them.

use std::fs;

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use studio_errors_derive_library::{code_set, derive};
use syn::{Attribute, DeriveInput, Item, LitStr};

use crate::{Place, reported};

/// Cases that this test does not expand as rustc does. rustc reports unknown attributes, expands the macros of a case, and removes
/// the attribute that it expands. `studio_errors` reports missing features, and `Category::new` reports a reversed range.
const NOT_OURS: [&str; 12] = [
    "actix/feature_missing",
    "attribute/derived_twice",
    "attribute/misspelt_attribute",
    "axum/feature_missing",
    "catalog/property_without_values",
    "catalog/reversed_range",
    "catalog/reversed_range_used_by_two_enums",
    "code_set/codes_in_a_macro",
    "code_set/listed_twice_by_a_macro",
    "description/fragment_of_a_macro_call",
    "description/fragment_that_is_no_literal",
    "utoipa/feature_missing",
];

/// Cases whose span only rustc shows: the span of the whole call, of the sign of a literal, and a literal that is wider than the
/// terminal.
const ELSEWHERE: [&str; 3] = ["code_set/empty", "description/longer_than_10000_bytes", "http/negative"];

/// The place of a message, the width of the underlined text, and the message.
type Message = (Place, usize, String);

/// Returns the messages of the derive in a `.stderr`, and the failed checks with their places.
fn expected(stderr: &str) -> (Vec<Message>, Vec<(Place, String)>) {
    let (mut messages, mut checks) = (Vec::new(), Vec::new());
    let mut lines = stderr.lines();
    while let Some(line) = lines.next() {
        let is_check = line.starts_with("error[E0080]: evaluation panicked: ");
        let Some(fact) = line.strip_prefix("error: ").or_else(|| is_check.then_some(line)) else { continue };
        let mut text = fact.to_owned();
        for line in lines.by_ref() {
            // rustc reports an error of a catalog in `studio_errors`. A note shows the path in the attribute.
            if let Some(place) = line.trim().strip_prefix("--> ").filter(|place| !place.starts_with('$')) {
                let mut place = place.rsplit(':').map(|number| number.parse().expect("a line and a column"));
                let (column, line) = (place.next().expect("a column"), place.next().expect("a line"));
                let underlined = lines.by_ref().find(|line| line.contains('^')).expect("something is underlined");
                if is_check {
                    checks.push(((line, column), text));
                } else {
                    messages.push(((line, column), underlined.matches('^').count(), text));
                }
                break;
            }
            text += &format!("\n{}", line.trim());
        }
    }
    messages.sort();
    (messages, checks)
}

fn is_derived(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| {
        attr.path().is_ident("derive") && attr.meta.to_token_stream().to_string().contains("StudioErrorCode")
    })
}

/// Returns the generated code of all types and sets in `items`.
fn expanded(items: &[Item]) -> TokenStream {
    let expanded = items.iter().map(|item| match item {
        Item::Mod(module) => module.content.as_ref().map(|(_, items)| expanded(items)),
        Item::Macro(call) if call.mac.path.segments.last().is_some_and(|last| last.ident == "code_set") => {
            let written = &call.mac.tokens;
            Some(code_set(quote!(::studio_errors; #written)).unwrap_or_else(syn::Error::into_compile_error))
        }
        item => syn::parse2(item.to_token_stream())
            .ok()
            .filter(|input: &DeriveInput| is_derived(&input.attrs))
            .map(|input| derive(&input)),
    });
    expanded.flatten().collect()
}

/// A call of a check of `studio_errors`: its place, its name and its string arguments.
struct Call {
    place: Place,
    name: String,
    texts: Vec<String>,
}

impl Call {
    /// Whether the check is called only if there is an error.
    fn fails(&self) -> bool {
        ["category_missing", "missing", "outside", "repeated", "reserved"].contains(&&*self.name)
    }
}

fn calls(tokens: TokenStream, found: &mut Vec<Call>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            // `__fact` calls the check `fact`.
            TokenTree::Ident(ident) if ident == "check" || ident == "__fact" => {
                let place = ident.span().start();
                let name = if ident == "check" {
                    tokens.by_ref().find_map(|token| if let TokenTree::Ident(name) = token { Some(name) } else { None })
                } else {
                    Some(ident)
                };
                let arguments = tokens
                    .by_ref()
                    .find_map(|token| if let TokenTree::Group(group) = token { Some(group) } else { None });
                // The facts of a row are checked in one expression.
                calls(arguments.as_ref().map(Group::stream).unwrap_or_default(), found);
                let texts = arguments.map(|group| group.stream()).unwrap_or_default().into_iter();
                found.push(Call {
                    place: (place.line, place.column + 1),
                    name: name.map(|name| name.to_string().trim_start_matches("__").to_owned()).unwrap_or_default(),
                    texts: texts
                        .filter_map(|token| syn::parse2::<LitStr>(token.into()).ok())
                        .map(|text| text.value())
                        .collect(),
                });
            }
            TokenTree::Group(group) => calls(group.stream(), found),
            _ => {}
        }
    }
}

#[test]
fn the_derive_reports_the_messages_of_each_stderr() {
    let mut cases = 0;
    for folder in fs::read_dir("../../../ui-tests/cases").expect("the folder of cases") {
        let folder = folder.expect("the folder can be read");
        for case in fs::read_dir(folder.path()).expect("the folder of a key") {
            let path = case.expect("the folder can be read").path();
            if path.extension().is_none_or(|extension| extension != "rs") {
                continue;
            }
            let stderr = fs::read_to_string(path.with_extension("stderr")).expect("each case has its `.stderr`");
            let source = fs::read_to_string(&path).expect("a text");
            let tokens = expanded(&syn::parse_file(&source).expect("a case has the syntax of Rust").items);
            let mut called = Vec::new();
            calls(tokens.clone(), &mut called);
            let mut found: Vec<Message> = reported(tokens)
                .into_iter()
                .map(|((line, from), (_, to), text)| ((line, from + 1), to.saturating_sub(from), text))
                .collect();
            let (mut expected, mut checks) = expected(&stderr);
            let name = path.with_extension("");
            if NOT_OURS.iter().any(|case| name.ends_with(case)) {
                expected.clear();
                checks.clear();
            }
            if ELSEWHERE.iter().any(|case| name.ends_with(case)) {
                found.iter_mut().chain(&mut expected).for_each(|(place, width, _)| (*place, *width) = ((0, 0), 0));
            }
            assert_eq!(found, expected, "{}", path.display());
            for (place, _) in &checks {
                assert!(called.iter().any(|call| call.place == *place), "{}: no check at {place:?}", path.display());
            }
            for call in called.iter().filter(|call| call.fails()) {
                let message = checks.iter().find(|(place, _)| *place == call.place).map(|(_, text)| text.as_str());
                let is_reported = |text: &String| message.is_some_and(|message| message.contains(&**text));
                assert!(call.texts.iter().all(is_reported), "{}: {} with {:?}", path.display(), call.name, call.texts);
            }
            cases += 1;
        }
    }
    assert!(cases >= 300, "only {cases} cases were found");
}
