//! Tests of the generated code.

use expect_test::expect_file;
use studio_errors_derive_library::{code_set, derive};
use syn::parse_quote;

/// Compares the generated code of a small enum with the page in the guide. `UPDATE_EXPECT=1` updates the page.
#[test]
fn generated_code_reads_as_if_written_by_hand() {
    let tokens = derive(&parse_quote! {
        #[studio(category = "quota", reserved(1699))]
        pub enum WalletError {
            /// The wallet is frozen
            #[studio(code = 1650, http = 423, resolution = "Ask support")]
            Frozen,
            #[studio(code = 1600, display)]
            RateLimitExceeded { #[studio(retry_after)] after: Duration },
            #[studio(transparent)]
            Auth(AuthError),
        }
    });
    let file = syn::parse2(tokens).expect("generated code is Rust");
    expect_file!["../../../../../studio-errors/src/guide/generated.rs.txt"].assert_eq(&prettyplease::unparse(&file));
}

/// Compares the generated code of types that have every key with a file, so that each change of it is visible.
/// `UPDATE_EXPECT=1` updates the file.
#[test]
fn every_key_generates_the_expected_code() {
    let types = [
        parse_quote! {
            #[studio(category = "quota", kind, received, axum, actix, utoipa, tonic, from_code, reserved(1699, 1700..=1701))]
            #[studio(http = 402, retryable = true, level = "info", target = "acme::wallet")]
            pub enum WalletError {
                /// The wallet is frozen
                #[studio(code = 1650, http = 409, resolution = "Ask \"support\"", retryable = false, grpc = "aborted")]
                #[deprecated(since = "2.0", note = "never frozen")]
                Frozen,
                #[studio(code = 1651, name = "SHARED", description = "Say \"it\"", level = "warn")]
                First,
                #[studio(code = 1651, name = "SHARED", description = "Say \"it\"")]
                Second,
                #[studio(transparent)]
                Auth(AuthError),
                #[studio(transparent)]
                Boxed { inner: Box<OtherError> },
            }
        },
        parse_quote! {
            #[studio(catalog = acme::Acme, kind = "PayKind", serialize = false, crate = facade::errors)]
            enum PayError<'a, T> {
                #[studio(code = 7, http = 400, category = "billing", description = "d", display)]
                Named { #[studio(detail)] have: u32, #[studio(detail = "need")] needed: &'a str, other: T },
                #[studio(code = 8, http = 429, category = "billing", description = "d")]
                Tuple(#[studio(retry_after)] Duration, #[studio(detail = "why")] Option<String>),
                #[studio(transparent)]
                Nested(T),
            }
        },
        parse_quote! {
            #[studio(category = "quota", kind, tonic)]
            enum Wide<'a, 'b: 'a, T: Clone + From<&'b U>, U: 'b, V, const N: usize>
            where
                'b: 'static,
                T: Bound<'a, V>,
                V: Default,
                Vec<U>: Sized,
            {
                #[studio(transparent)]
                Nested(Wrapper<'a, T>),
                #[studio(transparent)]
                Itself(Box<Wide<'a, 'b, T, U, V, N>>),
                #[studio(code = 1650, http = 402, description = "d")]
                Plain(&'b U, [u8; N], V),
            }
        },
        parse_quote! {
            #[studio(code = 9, http = 422, category = "billing", published, tonic, kind)]
            /// The request is invalid
            struct Invalid<T> { #[studio(detail)] violations: Violations, #[studio(retry_after)] after: u64, value: T }
        },
    ];
    let code = types.map(|ty| prettyplease::unparse(&syn::parse2(derive(&ty)).expect("generated code is Rust")));
    expect_file!["every_key.rs.txt"].assert_eq(&code.join("\n"));
}

/// Returns the generated code of a type, with a space between two tokens.
fn expansion(source: &str) -> String {
    crate::expansion(source).to_string()
}

#[test]
fn no_unnecessary_code_is_generated() {
    let plain = expansion("enum E { #[studio(code = 1650, category = \"quota\")] A }");
    for absent in ["fn message", "fn retry_after", "where", "__PARTS", "__MERGED"] {
        assert!(!plain.contains(absent), "{absent}\n{plain}");
    }
    let nested = expansion("enum E { #[studio(transparent)] A(B), #[studio(transparent)] C(D) }");
    for absent in ["__TABLE", "_ =>"] {
        assert!(!nested.contains(absent), "{absent}\n{nested}");
    }
    let reserving = expansion("#[studio(reserved(1699))] enum E { #[studio(transparent)] A(B) }");
    assert!(reserving.contains("(\"E\" , __TABLE . codes ())"), "{reserving}");
    let shown =
        expansion("#[studio(code = 1650, category = \"quota\", display)] struct E { #[studio(retry_after)] a: u32 }");
    assert!(shown.contains("fn own_message") && !shown.contains("_ =>"), "{shown}");
}

#[test]
fn the_body_has_the_http_of_the_enum() {
    let body = |policy: &str| {
        let source = format!("#[studio({policy})] enum E {{ /// Frozen\n #[studio(code = 1650)] A }}");
        expansion(&source).contains(r#"\"http\":423"#)
    };
    assert_eq!((body("http = 423"), body("level = \"warn\"")), (true, false));
}

#[test]
fn from_code_creates_variants_without_fields() {
    let made = |source: &str| {
        let tokens = expansion(source);
        let (_, from_code) = tokens.split_once("fn from_code").expect("it is implemented");
        from_code.matches("=> E ::").count()
    };
    let coded = "#[studio(code = 1650, name = \"A\")] A, #[studio(code = 1651)] B";
    let on = "#[studio(category = \"quota\", from_code)] enum E";
    assert_eq!(made(&format!("{on} {{ {coded} }}")), 2);
    assert_eq!(made(&format!("{on} {{ {coded}, #[studio(code = 1652)] C(u8) }}")), 2);
    assert_eq!(made(&format!("{on} {{ {coded}, #[studio(code = 1650, name = \"A\")] C }}")), 2);
    assert_eq!(made(&format!("{on} {{ {coded}, C }}")), 2);
    let nested = expansion("#[studio(from_code)] enum E { #[studio(transparent)] A(B) }");
    assert!(nested.contains("from_code (__code)") && !nested.contains("FACTS"), "{nested}");
    assert!(!expansion("enum E { #[studio(transparent)] A(B) }").contains("FromCode"));
    assert!(expansion("enum E { #[studio(code = 1650)] A }").contains("FromCode"));
    for other in
        ["#[studio(code = 1650)] struct E;", "enum E { #[studio(code = 1650)] A, #[studio(code = 1651)] B(u8) }"]
    {
        assert!(!expansion(other).contains("FromCode"), "{other}");
    }
}

#[test]
fn the_macros_of_frameworks_get_the_bounds_of_the_type() {
    let all = |source: &str| expansion(&format!("#[studio(axum, actix, utoipa)] {source}"));
    let plain = all("enum E { #[studio(code = 1650)] A }");
    for framework in ["axum_response", "actix_response"] {
        assert!(
            plain.contains(&format!("__studio :: {framework} ! {{ [] [E] [where Self : __studio :: Error] }}")),
            "{plain}"
        );
    }
    assert!(plain.contains("__studio :: utoipa_responses ! { [] [E] [] }"), "{plain}");
    let generic = all("enum E<T> { #[studio(transparent)] A(T) }");
    let bounds = "[where Self : __studio :: Error , Self : __studio :: StudioErrorCode]";
    assert!(generic.contains(&format!("__studio :: axum_response ! {{ [< T >] [E < T >] {bounds} }}")), "{generic}");
    let bounds = "[where Self : __studio :: CodeSet]";
    assert!(generic.contains(&format!("utoipa_responses ! {{ [< T >] [E < T >] {bounds} }}")), "{generic}");
}

#[test]
fn codes_that_depend_on_a_parameter_are_checked_in_the_impl() {
    let nests = |generics: &str, ty: &str| {
        expansion(&format!("enum E{generics} {{ #[studio(code = 1650)] A, #[studio(transparent)] B({ty}) }}"))
    };
    for ty in ["T", "Box<T>", "[T; 2]", "(u8, T)"] {
        let generic = nests("<T>", ty);
        assert!(generic.contains("let __conflicting") && !generic.contains("__MERGED"), "{generic}");
        assert!(generic.contains(": __studio :: CodeSet"), "{generic}");
    }
    assert!(nests("<const N: usize>", "[u8; N]").contains("let __conflicting"));
    for (generics, ty) in [("<T>", "B"), ("", "T"), ("<'a>", "B<'a>")] {
        assert!(nests(generics, ty).contains("const __MERGED"), "{ty}");
    }
    // Each method checks, because it may be the only one that is used.
    let checks = |source: &str| expansion(source).contains("_ = < Self as __studio :: CodeSet > :: CODES");
    let (own, a, b) = ("#[studio(code = 1650)] O", "#[studio(transparent)] A(T)", "#[studio(transparent)] B(U)");
    assert!(checks(&format!("enum E<T> {{ {own}, {a} }}")) && checks(&format!("enum E<T, U> {{ {a}, {b} }}")));
    assert!(checks(&format!("#[studio(reserved(7))] enum E<T> {{ {a} }}")));
    assert!(!checks(&format!("enum E<T> {{ {a} }}")) && !checks(&format!("enum E {{ {own}, {a} }}")));
    // A type that nests itself adds no codes.
    let own = nests("<T>", "Box<E<T>>");
    assert!(!own.contains("conflicting") && !own.contains("__MERGED"), "{own}");
}

#[test]
fn lifetimes_of_the_type_become_static_outside_its_impls() {
    let nested = expansion(
        "enum E<'a, 'b> { #[studio(code = 1650)] A, #[studio(transparent)] B(Box<(C<'a>, D<'b, a>, dyn F<'c>)>) }",
    );
    let part = "< (C < 'static > , D < 'static , a > , dyn F < 'c >) as __studio :: CodeSet > :: CODES)]";
    assert!(nested.contains(part), "{nested}");
    // With a type parameter, the check is inside the impl, where the lifetimes have names.
    let generic = expansion("enum E<'a, T> { #[studio(code = 1650)] A, #[studio(transparent)] B(C<'a, T>) }");
    assert!(!generic.contains("'static , T"), "{generic}");
}

#[test]
fn messages_name_a_type_as_in_the_source() {
    let name = |ty: &str| {
        let nested = expansion(&format!("enum E {{ #[studio(code = 1650)] A, #[studio(transparent)] B({ty}) }}"));
        let list = nested.split_once("const __PARTS").expect("a list").1;
        list.split('"').nth(3).expect("two parts").to_owned()
    };
    for ty in ["a::B<'static, C>", "Box<dyn A + Send>", "&'static mut _a1", "[B; 2]", "(A, B)", "fn(A) -> B"] {
        assert_eq!(name(ty).replace(' ', ""), ty.replace(' ', ""), "{ty}");
    }
    assert_eq!(name("Box<dyn A>"), "Box<dyn A>");
    assert_eq!(name("a::B<C, D>"), "a::B<C, D>");
    assert_eq!(name("&'static mut _a1"), "&'static mut _a1");
}

#[test]
fn bounds_are_in_parentheses_if_a_path_needs_them() {
    let nests = |ty: &str| {
        expansion(&format!("enum E {{ #[studio(transparent)] A(Box<u8>), #[studio(transparent)] B({ty}) }}"))
    };
    assert!(nests("dyn C + D").contains("< (dyn C + D) as __studio"));
    assert!(nests("dyn C +").contains("< (dyn C +) as __studio"));
    assert!(nests("dyn C").contains("< dyn C as __studio"));
}

#[test]
fn from_code_splits_many_arms_by_their_upper_bytes() {
    // The numbers of one group share their upper bytes; numbers of different groups share their low byte.
    let of = |numbers: std::ops::RangeInclusive<i64>| {
        let variants = numbers.map(|i| format!("#[studio(code = {})] V{i}", 1000 + 256 * (i % 2) + i / 2));
        expansion(&format!("enum E {{ {} }}", variants.collect::<Vec<_>>().join(", ")))
    };
    let count = |tokens: &str, pattern: &str| tokens.matches(pattern).count();

    let few = of(0..=255);
    assert_eq!(count(&few, "match __number {"), 1, "256 arms are in one match");
    assert_eq!(count(&few, ">> 8"), 0);

    let many = of(0..=256);
    assert_eq!(count(&many, "match __number >> 8 {"), 1);
    assert_eq!(count(&many, "i64 => E :: V"), 257);
    for (group, arms) in [("3i64 =>", 24), ("4i64 =>", 129), ("5i64 =>", 104)] {
        let (_, rest) = many.split_once(&format!("{group} match __number {{")).expect(group);
        let (inner, _) = rest.split_once("_ => break '__own").expect("the last arm of each match");
        assert_eq!(count(inner, "=> E :: V"), arms, "{group}");
    }
    assert_eq!(count(&many, "match __number {"), 3);

    let received = expansion(&format!(
        "#[studio(received)] enum E {{ {} }}",
        (0..=256).map(|i| format!("#[studio(code = {i})] V{i}")).collect::<Vec<_>>().join(", ")
    ));
    assert_eq!(count(&received, "match __number >> 8 {"), 2, "the received type is found like the variant");
}

/// The text and the rows of a type, from the literals in its table.
fn table(source: &str) -> (String, Vec<u8>) {
    let tokens = expansion(source);
    let literal = |call: &str| {
        let (_, rest) = tokens.split_once(call).expect("a table");
        rest.split_once(") , ").expect("the next field").0.to_owned()
    };
    let rows = syn::parse_str::<syn::LitByteStr>(&literal("__studio :: rows (")).expect("the rows").value();
    (syn::parse_str::<syn::LitStr>(&literal("Text :: Written (")).expect("the text").value(), rows)
}

#[test]
fn a_body_is_written_if_its_description_and_http_are_known() {
    let body = |attrs: &str| table(&format!("enum E {{ {attrs} A }}")).0.contains("error");
    assert!(body("#[studio(code = 1650, description = \"a\")]"));
    assert!(body("/// a\n #[studio(code = 1650, http = 402)]"));
    assert!(!body("/// a\n #[studio(code = 1650)]") && !body("#[studio(code = 1650, http = 402)]"));
}

#[test]
fn a_row_states_the_lengths_of_its_texts() {
    for (description, escaped_len) in [("a", 0), ("say \"a\"", 7)] {
        let source = format!(
            "enum E {{ #[studio(code = 1650, http = 402, description = {description:?}, resolution = \"bc\")] A }}"
        );
        let (text, rows) = table(&source);
        let body = text.strip_suffix("Abc").expect("the name and the resolution are last");
        let body = if escaped_len > 0 { body.strip_suffix(description).expect("the description") } else { body };
        let long = |at: usize| u32::from_le_bytes(rows[at..at + 4].try_into().expect("four bytes"));
        let short = |at: usize| usize::from(u16::from_le_bytes(rows[at..at + 2].try_into().expect("two bytes")));
        assert_eq!([long(0), long(4)], [0, 0]);
        assert_eq!([short(8), short(10)], [body.len(), escaped_len]);
        assert_eq!(rows[16..20], [1, 11, 3, 0]);
    }
}

/// Escapes only what RFC 8259, section 7, requires.
#[test]
fn the_body_escapes_only_characters_that_need_it() {
    let description = "\u{0}\u{1f} \u{7f}\u{80}\"\\/\n\r\t\u{8}\u{c}é";
    let source = format!("#[studio(code = 1, http = 402, category = \"a\", description = {description:?})] struct E;");
    let body = "{\"error\":{\"code\":\"STUDIO_1\",\"message\":\"\\u0000\\u001f \u{7f}\u{80}\\\"\\\\/\\n\\r\\t\\b\\fé\",\"http\":402}}";
    assert!(table(&source).0.starts_with(body), "{:?}", table(&source).0);
}

#[test]
fn the_documentation_shows_texts_unchanged_on_one_line() {
    let documented = |description: &str, resolution: &str, shown: &str| {
        let keys = format!("code = 1, http = 402, description = {description:?}, resolution = {resolution:?}");
        let (code, doc) =
            (expansion(&format!("#[studio({keys})] struct E;")), format!("`STUDIO_1`, HTTP 402: {shown}"));
        assert!(code.contains(&format!("{doc:?}")), "{doc:?}\n{code}");
    };
    let text = "a\nb\u{7}c\u{1b}[1m | `d` <e> é";
    documented(text, "Wait", "a b c \\[1m \\| \\`d\\` \\<e\\> é\n\nWait");
    // A paragraph does not begin a list, a rule or code.
    for (words, shown) in [
        ("Purchase more", "Purchase more"),
        ("\n        panic!()", "panic!()"),
        ("- one", r"\- one"),
        ("+ one", r"\+ one"),
        ("---", r"\---"),
        ("===", r"\==="),
        ("12. one", r"12\. one"),
        ("1) one", r"1\) one"),
        ("12 credits. Or more", "12 credits. Or more"),
        (". one", ". one"),
        ("12", "12"),
        ("```\ncode", r"\`\`\` code"),
        ("\u{9b}2J<b>", r"2J\<b\>"),
    ] {
        documented("a", words, &format!("a\n\n{shown}"));
    }
}

#[test]
fn the_prefix_is_guessed_unless_it_is_too_long() {
    let guess = |catalog: &str| {
        let source = "enum E { #[studio(code = 1650, http = 402, description = \"a\")] A }";
        table(&format!("#[studio(catalog = {catalog})] {source}")).0
    };
    assert!(guess("a::AcmeCorp").contains("ACME_CORP_1650"));
    assert!(guess(&"A".repeat(32)).contains(&format!("{}_1650", "A".repeat(32))));
    assert!(!guess(&"A".repeat(33)).contains("A_1650"));
}

#[test]
fn the_definitions_state_whether_every_http_is_known() {
    let known = |attr: &str| {
        expansion(&format!("{attr} enum E {{ #[studio(code = 1650, http = 402)] A, #[studio(code = 1651)] B }}"))
    };
    assert!(
        known("#[studio(http = 402)]")
            .contains("definitions :: < 2 > (& __TABLE , __WRITTEN . published , true , true ,")
    );
    assert!(known("").contains("definitions :: < 2 > (& __TABLE , __WRITTEN . published , false , true ,"));
}

#[test]
fn a_401_of_the_enum_is_checked_for_the_variants_that_use_it() {
    let tokens = expansion(
        "#[studio(http = 401)] enum E { #[studio(code = 1, http = 402)] A, #[studio(code = 2)] B, C, #[studio(code = 4)] D }",
    );
    let checked: Vec<_> = tokens.split("check :: challenge (__DEFINITIONS , ").skip(1).map(|rest| &rest[..1]).collect();
    // `C` has no code. A row with a missing code is at its place among the rows.
    assert_eq!(checked.len(), 2, "{tokens}");
    assert!(!checked.contains(&"0"), "{tokens}");
}

#[test]
fn a_shared_code_is_compared_with_its_first_variant() {
    let tokens = expansion(
        "enum E { #[studio(code = 1, name = \"A\")] A, #[studio(code = 2)] B, #[studio(code = 3, name = \"C\")] C, \
         #[studio(code = 3, name = \"C\")] D }",
    );
    assert_eq!(tokens.matches("check :: shares").count(), 1, "{tokens}");
    assert!(tokens.contains("check :: shares (__DEFINITIONS , 3 , \"C\")"), "{tokens}");
}

#[test]
fn a_generic_type_is_serialized_if_it_reports_codes() {
    let plain = expansion("#[studio(code = 1)] struct E;");
    assert!(plain.contains("__studio :: serialize (self") && !plain.contains("Self : __studio :: StudioErrorCode"));
    let generic = expansion("#[studio(code = 1)] struct E<T>(T);");
    assert!(generic.contains("__studio :: serialize (& self"), "{generic}");
    assert!(generic.contains("Self : __studio :: StudioErrorCode"), "{generic}");
    let variants = expansion("enum E<T> { #[studio(code = 1)] A(T) }");
    assert!(variants.contains("__studio :: serialize (self"), "{variants}");
    assert!(variants.contains("Self : __studio :: StudioErrorCode"), "{variants}");
}

#[test]
fn the_bound_of_a_generic_pointer_is_on_the_pointer() {
    let nests = |ty: &str| expansion(&format!("enum E<T> {{ #[studio(transparent)] A(Box<{ty}>) }}"));
    assert!(nests("T").contains("< Box < T > as __studio :: CodeSet > :: CODES"));
    assert!(nests("B").contains("< B as __studio :: CodeSet > :: CODES"));
}

#[test]
fn an_associated_type_named_as_a_pointer_is_not_a_pointer() {
    let tokens = expansion("enum E { #[studio(transparent)] A(<B as C>::Box<D>) }");
    assert!(tokens.contains("< < B as C > :: Box < D > as __studio :: CodeSet > :: CODES"), "{tokens}");
}

/// Returns the generated code of a set.
fn set(source: &str) -> String {
    code_set(format!("::studio_errors; {source}").parse().expect("tokens")).expect("a set").to_string()
}

#[test]
fn the_default_documentation_of_a_set_lists_its_types() {
    let listed = set("pub All: a::A, B<C>, <D as E>::F, [G; 1]");
    let doc = r"Every code of:\n\n- [`a::A`]\n- `B<C>`\n- `<DasE>::F`\n- `[G;1]`";
    assert!(listed.contains(doc), "{listed}");
    let part = set("pub All: a::A::{X, Y}, B");
    assert!(part.contains(r"Every code of:\n\n- [`a::A`]: `X`, `Y`\n- [`B`]"), "{part}");
    let own = set("/// Everything.\npub All: a::A");
    assert!(own.contains("Everything.") && !own.contains("Every code of"), "{own}");
    assert!(set("#[non_exhaustive] pub All: a::A").contains("Every code of"));
}

#[test]
fn each_type_of_a_set_is_a_member() {
    let tokens = set("pub Set: a::A, B");
    assert!(tokens.contains("Member < Set > for a :: A") && tokens.contains("Member < Set > for B"), "{tokens}");
}

/// Before Rust 1.89, `_` could not stand for a const argument.
#[test]
fn no_const_argument_is_inferred() {
    let tokens = expansion(
        "#[studio(category = \"a\")] enum E { #[studio(code = 1)] A, #[studio(code = 2, category = \"b\")] B }",
    );
    assert!(tokens.contains("categories :: < __Catalog , 2 >") && !tokens.contains(" _ >"), "{tokens}");
}
