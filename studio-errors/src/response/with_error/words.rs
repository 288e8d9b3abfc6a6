//! The texts of serde, in words for a client.

use alloc::format;
use alloc::string::{String, ToString};

/// A text of serde, with words instead of the names of Rust types: a client does not know them, and they are no part of the
/// interface of the service.
pub(super) fn in_words(text: &str) -> String {
    if text.starts_with("data did not match any variant of untagged enum ") {
        return "has none of the expected forms".to_string();
    }
    // The path of actix-web.
    if let Some((value, expected)) = text.strip_prefix("can not parse ").and_then(|text| text.rsplit_once(" to a "))
        && let Some(expected) = words(expected)
    {
        return format!("{value} is not {expected}");
    }
    // The last one, because a text from the client can contain one too.
    if let Some((found, expected)) = text.rsplit_once(", expected ")
        && let Some(expected) = words(expected)
    {
        return format!("{found}, expected {expected}");
    }
    text.to_string()
}

/// What a Rust type is in JSON. `None` if `expected` is no Rust type.
pub(super) fn words(expected: &str) -> Option<String> {
    if let Some(integer) = expected.strip_prefix("a nonzero ") {
        return range(integer).map(|range| format!("an integer {range} except 0"));
    }
    if let Some(range) = range(expected) {
        return Some(format!("an integer {range}"));
    }
    if let Some(len) = expected.strip_prefix("a tuple of size ") {
        return Some(format!("an array of length {len}"));
    }
    let words = match expected {
        "f32" | "f64" => "a number",
        "bool" => "a boolean",
        "char" => "a character",
        "unit" => "null",
        "a sequence" => "an array",
        "a map" => "an object",
        _ => {
            let (_, words) = NAMED.iter().find(|(kind, _)| expected.starts_with(kind))?;
            words
        }
    };
    // `serde` adds the number of elements to the name of a type.
    match expected.rsplit_once(" with ") {
        Some((_, elements)) if words == "an array" => Some(format!("{words} with {elements}")),
        _ => Some(words.to_string()),
    }
}

/// The words of serde before the name of a type, and what such a type is in JSON.
const NAMED: [(&str, &str); 8] = [
    ("struct ", "an object"),
    ("internally tagged enum ", "an object"),
    ("adjacently tagged enum ", "an object"),
    ("enum ", "a string or an object"),
    ("tuple struct ", "an array"),
    ("tuple variant ", "an array"),
    ("newtype struct ", "a value"),
    ("unit struct ", "null"),
];

/// The values of an integer type.
fn range(name: &str) -> Option<String> {
    macro_rules! range {
        ($($integer:ident)+) => {
            match name {
                $(stringify!($integer) => Some(format!("from {} to {}", $integer::MIN, $integer::MAX)),)+
                _ => None,
            }
        };
    }
    range!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_type_becomes_words() {
        for (expected, words) in [
            ("u8", "an integer from 0 to 255"),
            ("a nonzero i8", "an integer from -128 to 127 except 0"),
            ("f32", "a number"),
            ("struct B with 4 elements", "an object"),
            ("tuple struct B with 2 elements", "an array with 2 elements"),
            ("a tuple of size 2", "an array of length 2"),
            ("struct variant A::B", "an object"),
            ("unit struct B", "null"),
            ("enum B", "a string or an object"),
            // These contain no name of a type.
            ("one of `u8`, `b`", "one of `u8`, `b`"),
            ("a string", "a string"),
        ] {
            // The text of the client is kept.
            let found = r#"invalid type: string ", expected struct B""#;
            assert_eq!(in_words(&format!("{found}, expected {expected}")), format!("{found}, expected {words}"));
        }
        for (text, expected) in [
            ("data did not match any variant of untagged enum B", "has none of the expected forms"),
            ("can not parse \"x to a u8\" to a u8", "\"x to a u8\" is not an integer from 0 to 255"),
            ("missing field `a`", "missing field `a`"),
        ] {
            assert_eq!(in_words(text), expected);
        }
    }
}
