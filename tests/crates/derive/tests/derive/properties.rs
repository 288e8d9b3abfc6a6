//! Properties that hold for every input, tested with generated input.

use arbtest::arbitrary::Unstructured;
use proc_macro2::TokenStream;
use studio_errors_derive_library::{code_set, derive};
use studio_errors_generators::invalid::{self, By, Expected, Planted};
use studio_errors_generators::{soup, try_many};
use syn::DeriveInput;

use crate::{expansion, reported};

/// Checks that the generated code is valid Rust.
fn is_rust(source: &str, tokens: &TokenStream) {
    if let Err(error) = syn::parse2::<syn::File>(tokens.clone()) {
        panic!("{error}\n--- from\n{source}\n--- to\n{tokens}");
    }
}

#[test]
fn arbitrary_tokens_give_rust_or_an_error() {
    try_many("arbitrary tokens", |bytes| {
        let source = soup::tokens(bytes)?;
        let Ok(tokens) = source.parse::<TokenStream>() else { return Ok(()) };
        if let Ok(input) = syn::parse2::<DeriveInput>(tokens.clone()) {
            is_rust(&source, &derive(&input));
        }
        if let Ok(set) = code_set(tokens) {
            is_rust(&source, &set);
        }
        Ok(())
    });
}

#[test]
fn arbitrary_attributes_give_rust_or_an_error() {
    let mut parsed = 0;
    try_many("arbitrary attributes", |bytes| {
        let source = soup::input(bytes)?;
        let Ok(tokens) = source.parse::<TokenStream>() else { return Ok(()) };
        if let Ok(input) = syn::parse2::<DeriveInput>(tokens) {
            parsed += 1;
            is_rust(&source, &derive(&input));
        }
        Ok(())
    });
    println!("{parsed} of them are types");
}

#[test]
fn arbitrary_sets_give_rust_or_an_error() {
    try_many("arbitrary sets", |bytes| {
        let visibility = bytes.choose(&["", "pub ", "#[x] pub(crate) "])?;
        let types =
            bytes.choose(&["A, B<'a, T>", "[u8; 2]", "A, A, A,", "<A as B>::C", "fn(A) -> B", "dyn A + 'static"])?;
        let source = if bytes.ratio(1, 2)? {
            format!("::x; {visibility}All: {types}")
        } else {
            format!("::x; {visibility}All: {types} {}", soup::tokens(bytes)?)
        };
        let Ok(tokens) = source.parse::<TokenStream>() else { return Ok(()) };
        if let Ok(set) = code_set(tokens) {
            is_rust(&source, &set);
        }
        Ok(())
    });
}

/// Checks that the derive reports exactly the planted errors, at their tokens.
fn reports_each(Planted { source, expected }: Planted) {
    let tokens = expansion(&source);
    is_rust(&source, &tokens);
    let found = reported(tokens);
    let expected: Vec<_> = expected.into_iter().filter(|expected| expected.by == By::Tokens).collect();
    let agree = |(from, to, text): &((usize, usize), (usize, usize), String), expected: &Expected| {
        *from == expected.from && *to == expected.to && text.starts_with(&expected.fact)
    };
    assert!(
        found.len() == expected.len() && found.iter().zip(&expected).all(|(found, expected)| agree(found, expected)),
        "found {found:#?}\nexpected {expected:#?}\n{source}"
    );
}

#[test]
fn each_planted_error_is_reported_at_its_token() {
    for i in 0..invalid::KINDS {
        reports_each(invalid::one(&mut Unstructured::new(&[1; 64]), "Broken", i).expect("bytes enough"));
    }
}

#[test]
fn only_the_planted_errors_are_reported() {
    try_many("planted errors", |bytes| {
        reports_each(invalid::plant(bytes, "Broken")?);
        Ok(())
    });
}
