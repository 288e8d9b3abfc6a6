//! A JSON value for serializers of any format. It keeps the order of its members and the value of each number.

use alloc::string::String;
use alloc::vec::Vec;

use serde_core::{Serialize, Serializer};

#[derive(Debug, PartialEq)]
pub(crate) enum Tree {
    Null,
    Boolean(bool),
    Unsigned(u64),
    Signed(i64),
    LongUnsigned(u128),
    LongSigned(i128),
    Float(f64),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// Returns the value in `json`. `None` if the text is not JSON.
    ///
    /// The parser of `serde_json` rounds some numbers, and does not return the text of a number.
    pub(crate) fn read(json: &str) -> Option<Self> {
        let mut rest = json;
        let tree = value(&mut rest)?;
        rest.trim_ascii().is_empty().then_some(tree)
    }
}

fn value(rest: &mut &str) -> Option<Tree> {
    if take(rest, "{") {
        let mut members = Vec::new();
        list(rest, "}", |rest| {
            let name = text(rest)?;
            take(rest, ":").then_some(())?;
            members.push((name, value(rest)?));
            Some(())
        })?;
        Some(Tree::Object(members))
    } else if take(rest, "[") {
        let mut values = Vec::new();
        list(rest, "]", |rest| {
            values.push(value(rest)?);
            Some(())
        })?;
        Some(Tree::List(values))
    } else if rest.trim_ascii_start().starts_with('"') {
        text(rest).map(Tree::Text)
    } else if take(rest, "null") {
        Some(Tree::Null)
    } else if take(rest, "true") {
        Some(Tree::Boolean(true))
    } else if take(rest, "false") {
        Some(Tree::Boolean(false))
    } else {
        number(rest)
    }
}

/// Reads entries that are separated by commas, up to `end`.
fn list(rest: &mut &str, end: &str, mut entry: impl FnMut(&mut &str) -> Option<()>) -> Option<()> {
    if take(rest, end) {
        return Some(());
    }
    loop {
        entry(rest)?;
        if take(rest, end) {
            return Some(());
        }
        take(rest, ",").then_some(())?;
    }
}

/// Reads `token` and the white space before it, if it is there.
fn take(rest: &mut &str, token: &str) -> bool {
    match rest.trim_ascii_start().strip_prefix(token) {
        Some(after) => {
            *rest = after;
            true
        }
        None => false,
    }
}

/// Reads a string, with its quotes.
fn text(rest: &mut &str) -> Option<String> {
    let start = rest.trim_ascii_start();
    let mut is_escaped = false;
    let end = start.bytes().skip(1).position(|byte| {
        let is_end = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        is_end
    })?;
    let (text, after) = start.split_at_checked(end + 2)?;
    *rest = after;
    serde_json::from_str(text).ok()
}

fn number(rest: &mut &str) -> Option<Tree> {
    let start = rest.trim_ascii_start();
    let end = start.bytes().position(|byte| !b"+-.0123456789Ee".contains(&byte)).unwrap_or(start.len());
    let (number, after) = start.split_at_checked(end)?;
    *rest = after;
    let integer = number
        .parse()
        .map(Tree::Unsigned)
        .or_else(|_| number.parse().map(Tree::Signed))
        .or_else(|_| number.parse().map(Tree::LongUnsigned))
        .or_else(|_| number.parse().map(Tree::LongSigned));
    integer.ok().or_else(|| number.parse().ok().map(Tree::Float))
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Boolean(value) => serializer.serialize_bool(*value),
            Self::Unsigned(value) => serializer.serialize_u64(*value),
            Self::Signed(value) => serializer.serialize_i64(*value),
            Self::LongUnsigned(value) => serializer.serialize_u128(*value),
            Self::LongSigned(value) => serializer.serialize_i128(*value),
            Self::Float(value) => serializer.serialize_f64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::List(values) => serializer.collect_seq(values),
            Self::Object(members) => serializer.collect_map(members.iter().map(|(name, value)| (name, value))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_written_as_it_was_read() {
        for json in [
            "null",
            "true",
            "false",
            "0",
            "-1",
            "18446744073709551615",
            "340282366920938463463374607431768211455",
            "-170141183460469231731687303715884105728",
            "0.1",
            "0.30000000000000004",
            r#""""#,
            r#""a\"\\\"\u0001é\\""#,
            "[]",
            r#"[1,[],{},"]"]"#,
            r#"{"z":{"}":1},"a":[null,true],"\"":-0.5}"#,
        ] {
            assert_eq!(serde_json::to_string(&Tree::read(json).unwrap()).unwrap(), json);
        }
        assert_eq!(Tree::read(" { \"a\" : [ 1 , 2 ] , \"b\" : \"\" } "), Tree::read(r#"{"a":[1,2],"b":""}"#));
        assert_eq!(Tree::read("[-0.5e+1]"), Some(Tree::List([Tree::Float(-5.0)].into())));
    }

    #[test]
    fn a_text_that_is_not_json_is_refused() {
        for text in
            ["", " ", "nul", "[", "[1", "[1,]", "{", "{\"a\"}", "{\"a\":}", "{a:1}", "\"", "\"\\", "1 2", "-", "\u{e9}"]
        {
            assert_eq!(Tree::read(text), None, "{text}");
        }
    }

    #[test]
    fn floats_are_not_rounded() {
        for i in 0..5_000_u64 {
            let number = f64::from_bits(i.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 1);
            if number.is_finite() {
                let json = serde_json::to_string(&number).unwrap();
                assert_eq!(Tree::read(&json), Some(Tree::Float(number)), "{json}");
            }
        }
    }
}
