//! Properties of generated types, tested with rustc: exactly the planted errors are reported, each once and at its place. Valid
//! types compile, and agree with a model that does not use the derive.
//!
//! `PROPERTIES_BATCHES` is the number of crates for each property (default: 1). `PROPERTIES_SEED` is the first seed.

mod scratch;

use std::env;
use std::fmt::Write;
use std::sync::Mutex;

use arbtest::arbitrary::Unstructured;

use studio_errors_generators::invalid::{self, Expected};
use studio_errors_generators::valid::{self, Enum};

use self::scratch::{cargo, errors};

const TYPES_IN_A_BATCH: usize = 24;

/// Only one crate is built at a time, because they share a directory.
static CRATE: Mutex<()> = Mutex::new(());

fn number(name: &str, otherwise: u64) -> u64 {
    env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// The seeds of the batches.
fn seeds() -> impl Iterator<Item = u64> {
    let first = number("PROPERTIES_SEED", 1);
    first..first + number("PROPERTIES_BATCHES", 1)
}

/// Returns pseudorandom bytes (splitmix64).
fn bytes(seed: u64) -> Vec<u8> {
    let mut state = seed;
    let words = (0..8_192).flat_map(|_| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = state;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (word ^ (word >> 31)).to_le_bytes()
    });
    words.collect()
}

const HEAD: &str = "#![allow(dead_code)]\nuse studio_errors::StudioErrorCode;\n";

#[test]
fn only_the_planted_errors_are_reported_and_each_once() {
    let _guard = CRATE.lock();
    for seed in seeds() {
        let bytes = bytes(seed);
        let bytes = &mut Unstructured::new(&bytes);
        let mut source = HEAD.to_owned();
        let mut expected = Vec::new();
        let kinds = invalid::KINDS;
        for place in 0..TYPES_IN_A_BATCH + kinds {
            let name = format!("Broken{place}");
            // Each kind of error alone, then several together.
            let planted =
                if place < kinds { invalid::one(bytes, &name, place) } else { invalid::plant(bytes, &name) }.unwrap();
            let above = source.lines().count();
            source += &planted.source;
            let _ = writeln!(source, "impl ::core::fmt::Display for {name} {{");
            source += "    fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { Ok(()) }\n}\n";
            expected.extend(planted.expected.into_iter().map(|one| Expected {
                from: (one.from.0 + above, one.from.1 + 1),
                to: (one.to.0 + above, one.to.1 + 1),
                ..one
            }));
        }
        source += "fn main() {}\n";
        expected.sort_by_key(|one| (one.from, one.to));
        let output = cargo("properties", &["details"], "check", &source);
        let found = errors(&output);
        let mut missed: Vec<_> = expected.iter().collect();
        let mut more = Vec::new();
        for (line, column, last, end, text) in &found {
            let is_it = |one: &&Expected| {
                one.from == (*line, *column) && one.to == (*last, *end) && text.starts_with(&one.fact)
            };
            match missed.iter().position(is_it) {
                Some(place) => drop(missed.remove(place)),
                None => more.push((line, column, text)),
            }
        }
        assert!(
            missed.is_empty() && more.is_empty(),
            "seed {seed}: not reported {missed:#?}\nadditionally reported {more:#?}\n{}\n{source}",
            String::from_utf8_lossy(&output.stderr)
        );
        println!("seed {seed}: {} errors in {} types", expected.len(), TYPES_IN_A_BATCH + kinds);
    }
}

/// Returns code with assertions about each value.
fn claims(one: &Enum) -> String {
    let Enum { name, variants, .. } = one;
    let mut claims = String::new();
    for variant in variants {
        let code = format!("STUDIO_{}", variant.number);
        let json = serde_json::json!({"error": {"code": code, "message": variant.message, "http": variant.http}});
        // The members in the order of the error body, encoded with `serde_json`.
        let json = format!(
            "{{\"error\":{{\"code\":{},\"message\":{},\"http\":{}{}}}}}",
            json["error"]["code"],
            json["error"]["message"],
            json["error"]["http"],
            variant.details.map_or(String::new(), |details| format!(",\"details\":{details}"))
        );
        let _ = writeln!(claims, "    {{ let it = {name}::{};", variant.value);
        let _ = writeln!(claims, "    is({name:?}, it.code().as_str(), {code:?});");
        let _ = writeln!(claims, "    is({name:?}, it.info().name(), {:?});", variant.name);
        let _ = writeln!(claims, "    is({name:?}, it.info().category().slug(), {:?});", variant.category);
        let _ = writeln!(claims, "    is({name:?}, it.info().description(), {:?});", variant.description);
        let _ = writeln!(claims, "    is({name:?}, it.info().resolution(), {:?});", variant.resolution);
        let _ = writeln!(claims, "    is({name:?}, &it.message(), {:?});", variant.message);
        let _ = writeln!(claims, "    is({name:?}, &it.to_json(), {json:?});");
        let _ = writeln!(
            claims,
            "    is({name:?}, it.details_json().as_deref().unwrap_or_default(), {:?});",
            variant.details.unwrap_or_default()
        );
        let _ = writeln!(claims, "    assert_eq!(it.http(), {});", variant.http);
        let _ = writeln!(claims, "    assert_eq!({name}::{}, it.code());", variant.name);
        let _ = writeln!(claims, "    assert_eq!(it.info().retryable(), {});", variant.retryable);
        let _ = writeln!(claims, "    assert_eq!(it.info().level().as_str(), {:?});", variant.level);
        if let Some(kind) = &one.kind {
            let first = variants.iter().find(|first| first.number == variant.number).unwrap_or(variant);
            let _ = writeln!(claims, "    assert_eq!(it.kind(), {kind}::{});", variant.ident);
            let _ = writeln!(claims, "    assert_eq!(it.kind().info(), it.info());");
            let _ = writeln!(claims, "    assert_eq!({kind}::from_code({code:?}), Some({kind}::{}));", first.ident);
            let _ = writeln!(claims, "    assert_eq!({kind}::{}, it.code());", variant.name);
        }
        let wait =
            variant.wait.map_or("None".into(), |wait| format!("Some(::core::time::Duration::from_secs({wait}))"));
        let _ = writeln!(claims, "    assert_eq!(it.retry_after(), {wait}); }}");
    }
    let mut rows: Vec<_> = variants.iter().filter(|variant| !variant.shares).collect();
    rows.sort_by_key(|variant| variant.number);
    let rows: Vec<_> =
        rows.iter().map(|row| (row.number, row.http, &row.name, &row.description, &row.resolution)).collect();
    let _ = writeln!(
        claims,
        "    let rows: Vec<_> = {name}::CODES.iter().map(|row| (row.code().number(), row.http(), row.name(), row.description(), row.resolution())).collect();\n    assert_eq!(rows, {rows:?});"
    );
    if one.is_of_units() {
        for variant in variants {
            let first = variants.iter().find(|first| first.number == variant.number).unwrap_or(variant);
            let _ = writeln!(
                claims,
                "    assert_eq!({name}::from_code(\"STUDIO_{}\"), Some({name}::{}));",
                variant.number, first.ident
            );
        }
        for strange in
            ["", "STUDIO_", "STUDIO_0", "STUDIO_01650", "STUDIO_+1650", "studio_1650", "STUDIO_1649", "STUDIO_65536"]
        {
            let _ = writeln!(claims, "    assert_eq!({name}::from_code({strange:?}), None);");
        }
    }
    claims
}

#[test]
fn valid_types_agree_with_the_model() {
    let _guard = CRATE.lock();
    for seed in seeds() {
        let bytes = bytes(!seed);
        let bytes = &mut Unstructured::new(&bytes);
        let mut source = HEAD.to_owned();
        let _ = writeln!(source, "#[allow(unused_imports)]\nuse studio_errors::{{CodeSet, FromCode, Kind}};");
        let _ = writeln!(source, "const DISPLAYED: &str = {:?};", valid::DISPLAYED);
        source += "fn is(name: &str, found: &str, expected: &str) { assert_eq!(found, expected, \"{name}\"); }\n";
        let mut main = String::from("fn main() {\n");
        for place in 0..TYPES_IN_A_BATCH {
            let one = valid::valid(bytes, &format!("Sound{place}")).unwrap();
            source += &one.source;
            main += &claims(&one);
        }
        source += &main;
        source += "}\n";
        let output = cargo("properties", &["details"], "run", &source);
        let found = errors(&output);
        assert!(
            output.status.success(),
            "seed {seed}: {found:#?}\n{}\n{source}",
            String::from_utf8_lossy(&output.stderr)
        );
        println!("seed {seed}: {TYPES_IN_A_BATCH} sound types");
    }
}
