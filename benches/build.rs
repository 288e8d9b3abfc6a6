//! Generates enums with many codes: for each size, one with the derive, one with `num_enum`, and a list of the codes.

#![allow(clippy::format_collect)]

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

/// The name and the number of codes of each enum.
const ENUMS: [(&str, usize); 3] = [("Of36", 36), ("Of1000", 1000), ("Of10000", 10_000)];

/// The number of the i-th code. There are gaps of irregular width, as in an old catalog.
fn number(i: usize) -> usize {
    1000 + 6 * i + i * i % 5
}

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_MEASURE").is_none() {
        return;
    }
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("many.rs"), enums()).expect("OUT_DIR is writable");
}

fn enums() -> String {
    let (mut studio, mut num_enum, mut codes) = (String::new(), String::new(), String::new());
    for (name, len) in ENUMS {
        let numbers: Vec<usize> = (0..len).map(number).collect();
        let variants: String = numbers
            .iter()
            .map(|n| format!("#[studio(code = {n}, http = 402, description = \"Error {n}\")] V{n},\n"))
            .collect();
        let _ = writeln!(
            studio,
            "#[derive(Clone, Copy, Debug, StudioErrorCode)]
            #[studio(catalog = crate::many::Acme, category = \"all\")]
            pub enum {name} {{\n{variants}}}",
        );
        let variants: String = numbers.iter().map(|n| format!("V{n} = {n},\n")).collect();
        let _ = writeln!(
            num_enum,
            "#[derive(Clone, Copy, Debug, num_enum::TryFromPrimitive)] #[repr(u16)] pub enum {name} {{\n{variants}}}",
        );
        let texts: String = numbers.iter().map(|n| format!("\"ACME_{n}\",")).collect();
        let _ = writeln!(codes, "pub static {}: [&str; {len}] = [{texts}];", name.to_uppercase());
    }
    format!(
        "pub mod studio {{ use studio_errors::StudioErrorCode; {studio} }}
        pub mod num_enum {{ use ::num_enum; {num_enum} }}
        pub mod codes {{ {codes} }}",
    )
}
