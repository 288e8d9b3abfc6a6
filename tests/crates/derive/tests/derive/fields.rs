//! The types of fields: those of details, and those of nested errors.

use crate::expansion;

#[test]
fn the_type_of_a_detail_is_determined_from_the_tokens() {
    for (ty, json, is_optional) in [
        ("u32", "Integer", false),
        ("core::num::NonZeroU8", "Integer", false),
        ("&'static &i8", "Integer", false),
        ("Option<u64>", "Integer", true),
        ("Option<Box<str>>", "String", true),
        ("std::option::Option<Vec<String>>", "Array", true),
        ("Option<Option<f32>>", "Number", true),
        ("f64", "Number", true),
        ("&'a str", "String", false),
        ("Cow<'a, str>", "String", false),
        ("Cow<'a, [u8]>", "Array", false),
        ("Arc<String>", "String", false),
        ("bool", "Boolean", false),
        ("[u8; 4]", "Array", false),
        ("&[u8]", "Array", false),
        ("(u8, String)", "Array", false),
        ("studio_errors::Violations", "Violations", false),
        ("()", "Any", true),
        ("Money", "Any", true),
        ("NonZero", "Any", true),
        ("Option<Money>", "Any", true),
        ("HashMap<String, u32>", "Any", true),
        ("Option", "Any", true),
        ("<T as Trait>::String", "Any", true),
        ("fn(u8) -> u8", "Any", true),
    ] {
        let code =
            expansion(&format!("#[studio(code = 1, http = 402)] struct E {{ #[studio(detail)] a: {ty} }}")).to_string();
        let detail = format!("Detail :: new (\"a\" , __studio :: DetailType :: {json} , {is_optional})");
        assert!(code.contains(&detail), "{ty}: {detail}\n{code}");
    }
}

/// How the field of a transparent variant refers to its type.
fn refers(ty: &str, generics: &str) -> &'static str {
    let code =
        expansion(&format!("enum E{generics} {{ #[studio(code = 1)] A, #[studio(transparent)] B({ty}) }}")).to_string();
    if code.contains("nests itself with other arguments") {
        "with other arguments"
    } else if code.contains("__MERGED") || code.contains("__conflicting") {
        "to another type"
    } else {
        "to itself"
    }
}

#[test]
fn a_pointer_to_the_type_refers_to_the_type() {
    for own in ["E", "Self", "Box<E>", "Rc<Arc<Self>>", "std::boxed::Box<E>", "&'static E", "(E)", "&(Box<E>)"] {
        assert_eq!(refers(own, ""), "to itself", "{own}");
    }
    for other in ["F", "a::E", "Vec<E>", "Box<F>", "Box", "<E as A>::E", "<E>::Self", "[E; 1]", "E::F"] {
        assert_eq!(refers(other, ""), "to another type", "{other}");
    }
    for (own, generics) in [
        ("E<T>", "<T>"),
        ("Box<E<'static, T, N>>", "<'a, T, const N: usize>"),
        ("E<'static>", "<'a>"),
        ("E", "<'a>"),
        ("Self", "<T>"),
    ] {
        assert_eq!(refers(own, generics), "to itself", "{own}");
    }
    for (other, generics) in
        [("E<u8>", "<T>"), ("Box<E<U, T>>", "<T, U>"), ("E", "<T = u8>"), ("E<T, 3>", "<T, const N: usize>")]
    {
        assert_eq!(refers(other, generics), "with other arguments", "{other}");
    }
}
