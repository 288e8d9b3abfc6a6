#!/usr/bin/env python3
"""Measures how many bytes a variant adds to a stripped release binary, compared with a stack of other crates.

    benches/binary-size.py

Each subject is a program that finds an error by its code and prints its facts. Two programs print all facts. In the lean pair, the
variants have no resolution. The size of a variant is the difference between 1,000 and 10 variants, divided
by 990. Needs only Python 3 and cargo.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import crates

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "target" / "binary-size"
FEW, MANY = 10, 1000

STUDIO = """use studio_errors::{Catalog, Category, FromCode, StudioErrorCode};

pub struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("all", "All", 1..=65535)];
}

#[derive(Clone, Copy, StudioErrorCode)]
#[studio(catalog = Acme, category = "all")]
pub enum Error {
VARIANTS}

fn main() {
    for code in std::env::args().skip(1) {
        let Some(error) = Error::from_code(&code) else { continue };
        let info = error.info();
        println!("{} {} {} {} {}", error.to_json(), info.http(), info.name(), info.description(), info.resolution());
    }
}
"""

STACK = """use strum::{EnumMessage, EnumProperty};

#[derive(Clone, Copy, strum::EnumMessage, strum::EnumProperty, strum::IntoStaticStr, num_enum::IntoPrimitive,
    num_enum::TryFromPrimitive)]
#[repr(u16)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Error {
VARIANTS}

#[derive(serde::Serialize)]
struct Body<'a> { error: Members<'a> }

#[derive(serde::Serialize)]
struct Members<'a> { code: &'a str, message: &'a str, http: u16 }

fn main() {
    for code in std::env::args().skip(1) {
        let number = code.strip_prefix("ACME_").and_then(|number| number.parse::<u16>().ok());
        let Some(error) = number.and_then(|number| Error::try_from(number).ok()) else { continue };
        let http = error.get_str("http").and_then(|http| http.parse().ok()).unwrap_or(500);
        let description = error.get_message().unwrap_or_default();
        let code = format!("ACME_{}", u16::from(error));
        let json = serde_json::to_string(&Body { error: Members { code: &code, message: description, http } }).unwrap();
        let name: &'static str = error.into();
        println!("{} {} {} {} {}", json, http, name, description, error.get_str("resolution").unwrap_or_default());
    }
}
"""


def lean(program):
    """Returns the program without the resolution."""
    program = program.replace(", info.resolution()", "").replace(', error.get_str("resolution").unwrap_or_default()', "")
    return program.replace('"{} {} {} {} {}"', '"{} {} {} {}"')


def words(i):
    return f"The description of error number {i}, which is neither short nor long", f"Do this and that {i}, then retry"


def http(i):
    return (400, 402, 403, 404, 409, 422, 429)[i % 7]


def studio(i):
    description, resolution = words(i)
    return (f'    #[studio(code = {1000 + i}, http = {http(i)}, description = "{description}", resolution = "{resolution}")]\n'
            f"    Variant{i},\n")


def stack(i):
    description, resolution = words(i)
    return (f'    #[strum(message = "{description}", props(http = "{http(i)}", resolution = "{resolution}"))]\n'
            f"    Variant{i} = {1000 + i},\n")


def body(i):
    return f'{{"error":{{"code":"ACME_{1000 + i}","message":"{words(i)[0]}","http":{http(i)}}}}}'


def said(i):
    """Returns the line that the programs print for a variant."""
    description, resolution = words(i)
    return f"{body(i)} {http(i)} VARIANT{i} {description} {resolution}\n"


def said_lean(i):
    return f"{body(i)} {http(i)} VARIANT{i} {words(i)[0]}\n"


def without_resolution(variant):
    return lambda i: re.sub(r',? resolution = "[^"]*"', "", variant(i))


def texts(i):
    """Returns the length of code, name, description and resolution, and the length of the error body."""
    words_alone = len(f"ACME_{1000 + i}") + len(f"VARIANT{i}") + sum(map(len, words(i)))
    return words_alone, len(body(i))


OURS = f'studio-errors = {{ path = "{ROOT / "studio-errors"}" }}'
OTHERS = ('strum = { version = "0.28", features = ["derive"] }\nnum_enum = "0.7"\n'
          'serde = { version = "1", features = ["derive"] }\nserde_json = "1"')

SUBJECTS = {
    "studio-errors": (STUDIO, studio, OURS, said),
    "stack": (STACK, stack, OTHERS, said),
    "studio-errors, lean": (lean(STUDIO), without_resolution(studio), OURS, said_lean),
    "stack, lean": (lean(STACK), without_resolution(stack), OTHERS, said_lean),
}


def size(subject, variants):
    program, variant, dependencies, said = SUBJECTS[subject]
    crate = WORK / f"{subject.replace(', ', '-')}-{variants}"
    main = program.replace("VARIANTS", "".join(map(variant, range(variants))))
    crates.write(crate, dependencies, "[profile.release]\nstrip = true", main=main)
    environment = {**os.environ, "CARGO_TARGET_DIR": str(WORK / "build")}
    subprocess.run(["cargo", "build", "--quiet", "--release"], cwd=crate, env=environment, check=True)
    binary = WORK / "build" / "release" / crate.name
    last = variants - 1
    printed = subprocess.run([binary, f"ACME_{1000 + last}"], capture_output=True, text=True, check=True).stdout
    if printed != said(last):
        sys.exit(f"{crate.name} printed {printed!r}, not {said(last)!r}")
    return binary.stat().st_size, sections(binary)


def sections(binary):
    """Returns the size of each section, or nothing without binutils."""
    try:
        listed = subprocess.run(["size", "-A", binary], capture_output=True, text=True, check=True).stdout
    except OSError:
        return {}
    rows = (line.split() for line in listed.splitlines())
    return {row[0]: int(row[1]) for row in rows if len(row) == 3 and row[0].startswith(".")}


def main():
    apart = MANY - FEW
    alone, with_json = (sum(lengths) / apart for lengths in zip(*(texts(i) for i in range(FEW, MANY))))
    print("bytes that a variant adds to the stripped release binary:")
    figures = {}
    for subject in SUBJECTS:
        (few, few_sections), (many, many_sections) = size(subject, FEW), size(subject, MANY)
        figures[subject] = (many - few) / apart
        grown = {name: (many_sections[name] - few_sections.get(name, 0)) / apart for name in many_sections}
        where = ", ".join(f"{name} {bytes:.0f}" for name, bytes in sorted(grown.items(), key=lambda row: -row[1]) if bytes >= 1)
        print(f"{subject:<20} {figures[subject]:>6.0f}   {where}")
    print(f"{'its texts':<20} {alone:>6.0f}   code, name, description, resolution")
    print(f"{'and its body':<20} {alone + with_json:>6.0f}   with the error body")
    print(f"studio-errors is {figures['studio-errors'] / figures['stack']:.2f} times the stack, lean "
          f"{figures['studio-errors, lean'] / figures['stack, lean']:.2f} times; {figures['studio-errors'] / alone:.2f} times the texts")


main()
