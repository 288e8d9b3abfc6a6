//! Reads an arbitrary text as a JSON reference without a panic, and writes it in every format.
#![no_main]

use libfuzzer_sys::fuzz_target;
use studio_errors::reference::{Reference, SCHEMA};
use studio_errors_cli::Format;

fuzz_target!(|text: &str| {
    // The fuzzer would not find the URL of the schema.
    let text = text.replacen("SCHEMA", SCHEMA, 1);
    let Ok(reference) = Reference::from_json(&text) else { return };
    assert_eq!(Reference::from_json(&reference.to_json()).unwrap(), reference);
    for format in Format::ALL {
        let _ = format.write(&reference);
    }
    assert_eq!(reference.to_html().matches("<script").count(), 1);
});
