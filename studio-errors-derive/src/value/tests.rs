//! Tests of the diagnostics for invalid values.

use crate::expand;
use crate::properties::reported;

/// Returns the diagnostics of a type with `attribute`.
fn messages(attribute: &str, rest: &str) -> Vec<String> {
    let source = format!("{attribute} {rest}");
    let tokens = expand::derive(&syn::parse_str(&source).expect("a type"));
    reported(tokens).into_iter().map(|(_, _, text)| text).collect()
}

#[test]
fn the_message_names_the_kind_of_an_invalid_value() {
    for (value, kind) in [
        ("b\"1\"", "a byte string"),
        ("c\"1\"", "a C string"),
        ("b'1'", "a byte"),
        ("a!()", "a macro call"),
        ("1..2", "a range"),
    ] {
        let messages = messages(&format!("#[studio(code = {value})]"), "struct E;");
        assert!(messages[0].starts_with(&format!("`code` takes an integer, not {kind}\n")), "{messages:?}");
    }
}

#[test]
fn one_zero_is_no_leading_zero() {
    // The catalog refuses the number.
    assert!(messages("#[studio(code = 0, http = 402)]", "struct E;").is_empty());
    let source = syn::parse_str("#[studio(code = 0, http = 402)] struct E;").expect("a type");
    assert!(!expand::derive(&source).to_string().contains("leading_zeros"));
}

#[test]
fn a_number_that_does_not_fit_its_suffix_is_refused() {
    let on = |number: &str| messages(&format!("#[studio(code = {number}, http = 402)]"), "struct E;");
    for sound in [
        "65535",
        "65535u32",
        "255u8",
        "127i8",
        "32767i16",
        "1_601usize",
        "0xffff",
        "-32700",
        "-128i8",
        "-0x8000i16",
        "-9223372036854775808",
    ] {
        assert!(on(sound).is_empty(), "{sound}");
    }
    for large in ["256u8", "128i8", "32768i16", "-129i8", "-1u8", "-1u64", "4294967296u32", "-2147483649i32"] {
        let (digits, suffix) = large.split_at(large.find(['u', 'i']).expect("a suffix"));
        assert_eq!(on(large), [format!("`{large}` does not fit in `{suffix}`\nhelp: write `{digits}`")]);
    }
}

#[test]
fn the_help_for_a_value_shows_the_intended_value() {
    for (entry, expected) in [
        ("serialize = \"true\"", "`serialize` takes `true` or `false`, not a string\nhelp: write `true`"),
        ("retryable = \"false\"", "`retryable` takes `true` or `false`, not a string\nhelp: write `false`"),
        (
            "catalog = <A as B>::C",
            "`catalog` takes a path, not a path\nhelp: write the path itself, as in `catalog = Acme`",
        ),
        ("category = ; 5", "`category` needs a value after `=`\nhelp: write it as in `category = \"quota\"`"),
    ] {
        assert_eq!(messages(&format!("#[studio({entry})]"), "enum E {}"), [expected], "{entry}");
    }
}
