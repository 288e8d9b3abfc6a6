//! A reference, as a baseline keeps it, from any file: read without a panic, written in every format.
#![no_main]

use libfuzzer_sys::fuzz_target;
use studio_errors::reference::{Format, Reference, SCHEMA};

fuzz_target!(|text: &str| {
    // The one member that is always the same: nobody guesses it.
    let text = text.replacen("SCHEMA", SCHEMA, 1);
    let Ok(reference) = Reference::from_json(&text) else { return };
    assert_eq!(Reference::from_json(&reference.to_json()).unwrap(), reference);
    for format in Format::ALL {
        let _ = reference.to(*format);
    }
    assert_eq!(reference.to_html().matches("<script").count(), 1);
});
