//! Diagnostics, and checks that the derive calls, beyond those of the ui tests.

use crate::reported;

fn expansion(source: &str) -> String {
    crate::expansion(source).to_string()
}

fn messages(source: &str) -> Vec<String> {
    reported(crate::expansion(source)).into_iter().map(|(_, _, text)| text).collect()
}

#[test]
fn a_misplaced_key_is_not_reported_as_missing() {
    let on_type = expansion(
        "#[studio(category = \"quota\", http = 402, description = \"d\")] enum E { #[studio(code = 1650)] A }",
    );
    assert!(!on_type.contains("http_is_published") && !on_type.contains("description_is_published"), "{on_type}");
    let absent = expansion("#[studio(category = \"quota\")] enum E { #[studio(code = 1650)] A }");
    assert!(absent.contains("http_is_published") && absent.contains("description_is_published"), "{absent}");
    let on_field =
        expansion("#[studio(category = \"quota\")] enum E { #[studio(code = 1650)] A(#[studio(http = 402)] B) }");
    assert!(!on_field.contains("http_is_published"), "{on_field}");
    for source in [
        "#[studio(category = \"quota\", transparent)] enum E { A(B) }",
        "#[studio(category = \"quota\", code = 1650)] enum E { A(B) }",
        "#[studio(category = \"quota\")] enum E { A(#[studio(transparent)] B) }",
        "#[studio(category = \"quota\")] enum E { #[studio(http = 402 ! 1650)] A }",
    ] {
        assert!(!expansion(source).contains("check :: missing"), "{source}");
    }
    for source in [
        "#[studio(category = \"quota\")] enum E { #[studio(http = 402)] A }",
        "#[studio(category = \"quota\")] enum E { #[studio(http = 402 !)] A }",
    ] {
        assert!(expansion(source).contains("check :: missing"), "{source}");
    }
}

#[test]
fn a_refused_name_is_reported_once() {
    let twice = messages("enum E { #[studio(code = 1650, name = \"B\")] A, #[studio(code = 1651, name = 5)] B }");
    assert_eq!(twice.len(), 1, "{twice:?}");
    let sound = messages("enum E { #[studio(code = 1650, name = \"B\")] A, #[studio(code = 1651)] B }");
    assert_eq!(sound, ["name `B` is already used by `A`\nhelp: add another name, as in `name = \"..\"`"]);
}

#[test]
fn the_categories_of_a_refused_catalog_are_not_checked() {
    let of = |catalog| {
        expansion(&format!(
            "#[studio(catalog = {catalog}, category = \"a\")] enum E {{ #[studio(code = 1650, category = \"b\")] A }}"
        ))
    };
    let (refused, known) = (of("5"), of("Acme"));
    assert!(!refused.contains("check :: category"), "{refused}");
    assert!(known.contains("check :: category_of (__DEFINITIONS , \"b\" , 0)"), "{known}");
    assert!(known.contains("check :: category :: < __Catalog > (\"a\")"), "{known}");
}

#[test]
fn a_reserved_number_is_refused() {
    let of = |number| {
        expansion(&format!(
            "#[studio(reserved(1604, 1650..=1659), category = \"quota\")] enum E {{ #[studio(code = {number})] A }}"
        ))
    };
    for number in [1604, 1650, 1659] {
        let refused = of(number);
        assert!(refused.contains(&format!("check :: reserved (__DEFINITIONS , 0 , {number}i64)")), "{refused}");
    }
    for number in [1603, 1605, 1649, 1660] {
        assert!(!of(number).contains("check :: reserved"), "{number}");
    }
}

#[test]
fn a_number_that_is_too_far_from_most_others_is_refused() {
    let of = |numbers: [i64; 4]| {
        let variants = numbers.iter().enumerate().map(|(i, number)| format!("#[studio(code = {number})] V{i}"));
        let expansion = expansion(&format!(
            "#[studio(category = \"quota\")] enum E {{ {} }}",
            variants.collect::<Vec<_>>().join(", ")
        ));
        let refused = expansion.split("check :: outside (__DEFINITIONS , ").skip(1).map(|call| {
            call.split(" , ")
                .skip(1)
                .map(|argument| argument.split(')').next().unwrap_or_default())
                .take(3)
                .collect::<Vec<_>>()
                .join(" ")
        });
        refused.collect::<Vec<_>>()
    };
    let furthest = i64::from(u32::MAX);
    assert_eq!(of([7, 7 + furthest, 8, 9]), [""; 0]);
    assert_eq!(of([-9, furthest - 9, 0, 1]), [""; 0]);
    let refused = |number: i64, near: &str| format!("\"{number}\" __studio :: Some ({number}i64 \"{near}\"");
    assert_eq!(of([7, 8 + furthest, 8, 9]), [refused(8 + furthest, "V0")]);
    // The first variant is the one that differs from the others.
    assert_eq!(of([i64::MAX, 8, 7, 9]), [refused(i64::MAX, "V2")]);
    assert_eq!(of([i64::MIN, i64::MAX, 0, 1]).len(), 2);
}

#[test]
fn a_single_field_marked_as_source_wraps_an_error() {
    let wraps = |fields: &str| {
        let expansion = expansion(&format!("#[studio(category = \"quota\")] enum E {{ A{fields} }}"));
        assert!(expansion.contains("check :: missing"), "{expansion}");
        expansion.contains("missing (__DEFINITIONS , 0 , true , true)")
    };
    assert!(wraps("(#[from] B)") && wraps(" { #[source] b: B }"));
    assert!(!wraps("") && !wraps("(B)") && !wraps("(#[other] B)"));
    assert!(!wraps("(#[from] B, #[source] C)") && !wraps("(#[source] B, C)"));
}

#[test]
fn a_code_whose_name_is_that_of_a_variant_has_no_constant() {
    let of = |variants: &str| expansion(&format!("#[studio(category = \"quota\")] enum E {{ {variants} }}"));
    let hidden = of("#[studio(code = 1650)] IO, #[studio(code = 1651)] Io2");
    assert!(!hidden.contains("const IO :") && hidden.contains("const IO2 :"), "{hidden}");
    assert!(hidden.contains("`IO` has no constant") && !hidden.contains("`IO2` has no constant"), "{hidden}");
    let swapped = of("#[studio(code = 1650, name = \"B\")] A, #[studio(code = 1651, name = \"C\")] B");
    assert!(!swapped.contains("const B :") && swapped.contains("const C :"), "{swapped}");
    assert!(expansion("#[studio(code = 1650, category = \"quota\")] struct IO;").contains("const CODE :"));
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
        let messages = messages(&format!("#[studio(code = {value})] struct E;"));
        assert!(messages[0].starts_with(&format!("`code` takes an integer, not {kind}\n")), "{messages:?}");
    }
}

#[test]
fn one_zero_is_not_a_leading_zero() {
    // The catalog refuses the number.
    assert!(messages("#[studio(code = 0, http = 402)] struct E;").is_empty());
    assert!(!expansion("#[studio(code = 0, http = 402)] struct E;").contains("leading_zeros"));
}

#[test]
fn a_number_that_does_not_fit_its_suffix_is_refused() {
    let on = |number: &str| messages(&format!("#[studio(code = {number}, http = 402)] struct E;"));
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
        assert_eq!(messages(&format!("#[studio({entry})] enum E {{}}")), [expected], "{entry}");
    }
}

#[test]
fn only_the_detail_that_differs_from_the_first_is_reported() {
    let variant =
        |name, ty| format!("#[studio(code = 1650, http = 402, name = \"A\")] {name} {{ #[studio(detail)] a: {ty} }}");
    let variants = [variant("A", "Own"), variant("B", "u8"), variant("C", "bool"), variant("D", "u16")];
    let reported = messages(&format!("#[studio(category = \"quota\")] enum E {{ {} }}", variants.join(", ")));
    assert_eq!(
        reported,
        ["detail `a` is of type boolean, and of type integer in `B`, which has the same code\n\
          help: give one of them another name"]
    );
}
