//! What the error of an extractor knows about an invalid input.

use alloc::format;
use alloc::string::{String, ToString};

use serde_json::error::Category;

use crate::wire::Violation;

/// The violation in an error of `serde_json`.
pub(crate) fn of_json(error: &serde_json::Error, pointer: String) -> Violation {
    let rule = match error.classify() {
        Category::Data => "data",
        Category::Syntax | Category::Eof | Category::Io => "syntax",
    };
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = match text.strip_suffix(&place) {
        Some(text) => in_words(text) + &place,
        None => in_words(&text),
    };
    of_rule(rule, pointer, message)
}

pub(crate) fn of_rule(rule: &str, pointer: String, message: String) -> Violation {
    Violation::new(pointer, message).with_rule(rule)
}

/// A text of serde, with words instead of the names of Rust types: a client does not know them, and they are no part of the
/// interface of the service.
pub(crate) fn in_words(text: &str) -> String {
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
    match text.rsplit_once(", expected ") {
        Some((found, expected)) => match words(expected) {
            Some(expected) => format!("{found}, expected {expected}"),
            None => text.to_string(),
        },
        None => text.to_string(),
    }
}

/// What a Rust type is in JSON. `None` if `expected` is no Rust type.
pub(crate) fn words(expected: &str) -> Option<String> {
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
        for (text, expected) in [
            ("invalid type: map, expected u8", "invalid type: map, expected an integer from 0 to 255"),
            (
                "invalid value: integer `0`, expected a nonzero i8",
                "invalid value: integer `0`, expected an integer from -128 to 127 except 0",
            ),
            ("invalid type: map, expected f32", "invalid type: map, expected a number"),
            ("invalid length 0, expected struct B with 4 elements", "invalid length 0, expected an object"),
            (
                "invalid length 1, expected tuple struct B with 2 elements",
                "invalid length 1, expected an array with 2 elements",
            ),
            ("invalid length 1, expected a tuple of size 2", "invalid length 1, expected an array of length 2"),
            ("invalid type: map, expected struct variant A::B", "invalid type: map, expected an object"),
            ("invalid type: map, expected unit struct B", "invalid type: map, expected null"),
            ("invalid type: map, expected enum B", "invalid type: map, expected a string or an object"),
            ("data did not match any variant of untagged enum B", "has none of the expected forms"),
            ("can not parse \"x to a u8\" to a u8", "\"x to a u8\" is not an integer from 0 to 255"),
            // The text of the client is kept.
            (
                "invalid type: string \", expected struct B\", expected u8",
                "invalid type: string \", expected struct B\", expected an integer from 0 to 255",
            ),
            // These contain no name of a type.
            ("unknown variant `a`, expected one of `u8`, `b`", "unknown variant `a`, expected one of `u8`, `b`"),
            ("missing field `a`", "missing field `a`"),
            ("invalid type: map, expected a string", "invalid type: map, expected a string"),
        ] {
            assert_eq!(in_words(text), expected);
        }
    }
}
