#!/usr/bin/env python3
"""Measures the compile time of an enum, compared with a stack of other crates.

    benches/compile-time.py [VARIANTS ...] [check] [debug] [release]        default: 10 100 1000 5000, and all three builds
    benches/compile-time.py shapes          `check` of other shapes: many enums, a prefix that is not the name, codes out of range
    benches/compile-time.py instructions    the instructions of rustc in a `check`, for each enum and for each variant

Writes a crate for each subject to target/compile-time and builds its dependencies. Then builds the crates in turn, several times,
and prints the least CPU seconds (user and system) and the ratios. Needs only Python 3 and cargo. The instructions do not depend on
the load of the machine; counting them also needs valgrind.
"""

import os
import re
import shutil
import sys
from pathlib import Path

import crates

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "target" / "compile-time"
RUNS = 3
BUILDS = {"check": ["check"], "debug": ["build"], "release": ["build", "--release"]}

CATALOG = """use studio_errors::{Catalog, Category, StudioErrorCode};

pub struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("all", "All", 1..=LAST)];
}
"""

STUDIO = """
#[derive(Debug, Clone, Copy, thiserror::Error, StudioErrorCode)]
#[studio(catalog = Acme, category = "all")]
pub enum Error {
"""

# The stack has no ranges, no checks against a catalog, no error body and no lookup of a code by its text.
STACK = """#[derive(Debug, Clone, Copy, thiserror::Error, strum::EnumMessage, strum::EnumProperty, strum::IntoStaticStr,
    strum::VariantArray, num_enum::IntoPrimitive, num_enum::TryFromPrimitive, serde::Serialize)]
#[repr(u16)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Error {
"""

BARE = "#[derive(Debug, Clone, Copy, thiserror::Error)]\npub enum Error {\n"


def words(i):
    return f"The description of error number {i}, which is neither short nor long", f"Do this and that {i}, then retry"


def studio(i):
    description, resolution = words(i)
    return (f'    /// {description}\n    #[error("error {i}")]\n'
            f'    #[studio(code = {1000 + i}, http = 402, resolution = "{resolution}")]\n    Variant{i},\n')


def stack(i):
    description, resolution = words(i)
    return (f'    /// {description}\n    #[error("error {i}")]\n'
            f'    #[strum(message = "{description}", props(http = "402", resolution = "{resolution}"))]\n'
            f'    Variant{i} = {1000 + i},\n')


def bare(i):
    description, _ = words(i)
    return f'    /// {description}\n    #[error("error {i}")]\n    Variant{i},\n'


SUBJECTS = {
    "studio": (STUDIO, studio, f'studio-errors = {{ path = "{ROOT / "studio-errors"}" }}\nthiserror = "2"'),
    "stack": (STACK, stack, 'thiserror = "2"\nstrum = { version = "0.28", features = ["derive"] }\nnum_enum = "0.7"\n'
                            'serde = { version = "1", features = ["derive"] }'),
    "thiserror alone": (BARE, bare, 'thiserror = "2"'),
}


def write(subject, variants, enums=1, name=None, prefix="ACME", last=4294967295):
    """Writes a crate with some enums of some variants each. The numbers go on from one enum to the next."""
    head, variant, dependencies = SUBJECTS[subject]
    crate = WORK / (name or subject).replace(" ", "-")
    error = CATALOG.replace('"ACME"', f'"{prefix}"').replace("LAST", str(last)) if subject == "studio" else ""
    for enum in range(enums):
        body = "".join(variant(i) for i in range(enum * variants, (enum + 1) * variants))
        error += head.replace("enum Error", f"enum Error{enum}") + body + "}\n"
    crates.write(crate, dependencies, error=error, lib="pub mod error;\npub fn elsewhere() -> u32 { 0 }\n")
    return crate


def cargo(crate, *arguments, incremental=False, extra=None, may_fail=False):
    settings = {"CARGO_INCREMENTAL": str(int(incremental)), "CARGO_TARGET_DIR": str(WORK / "build"), **(extra or {})}
    return crates.cargo(crate, *arguments, may_fail=may_fail, **settings)


def touch(crate):
    (crate / "src" / "lib.rs").touch()


def measure(written, build):
    seconds = {subject: [] for subject in written}
    for subject, crate in written.items():
        cargo(crate, *BUILDS[build])
    for _ in range(RUNS):
        for subject, crate in written.items():
            touch(crate)
            seconds[subject].append(cargo(crate, *BUILDS[build])[0])
    return {subject: min(runs) for subject, runs in seconds.items()}


def shapes():
    """Prints the ratios of pairs of crates: `check`, and where a crate does not compile, the time until all errors are reported."""
    pairs = {
        "300 enums of 30, to thiserror alone":
            (write("studio", 30, 300, "many"), write("thiserror alone", 30, 300, "many-bare")),
        "2,000 variants whose catalog is not named like its prefix, to a named catalog":
            (write("studio", 2000, name="other-prefix", prefix="WEST"), write("studio", 2000, name="named")),
        "the same with a longer prefix":
            (write("studio", 2000, name="longer-prefix", prefix="WESTERN"), write("studio", 2000, name="named")),
        "500 codes out of range, to 500 in range":
            (write("studio", 500, name="out-of-range", last=10), write("studio", 500, name="in-range")),
    }
    for shape, (crate, other) in pairs.items():
        seconds = {crate: [], other: []}
        for _ in range(RUNS + 1):
            for each in seconds:
                touch(each)
                took, done = cargo(each, "check", may_fail=True)
                if bool(done.returncode) != (each.name == "out-of-range"):
                    sys.exit(f"{each.name}: cargo check exited with {done.returncode}\n{done.stderr}")
                seconds[each].append(took)
        # The first run also builds the dependencies.
        ratio = min(seconds[crate][1:]) / min(seconds[other][1:])
        print(f"{ratio:>6.2f}  {shape}", flush=True)


WRAPPER = """#!/bin/sh
# Counts the instructions of rustc for one crate. The other crates are its dependencies.
case " $* " in
*" --crate-name $COUNTED "*) exec valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file="$COUNTS" "$@" ;;
*) exec "$@" ;;
esac
"""


def counted(crate):
    """Returns the millions of instructions of rustc in one `check`."""
    wrapper, log = WORK / "wrapper.sh", WORK / "counts.txt"
    wrapper.write_text(WRAPPER)
    wrapper.chmod(0o755)
    touch(crate)
    name = crate.name.replace("-", "_")
    cargo(crate, "check", extra={"RUSTC_WRAPPER": str(wrapper), "COUNTED": name, "COUNTS": str(log)})
    return int(re.search(r"Collected : (\d+)", log.read_text())[1]) / 1e6


def instructions():
    """Prints the instructions for each enum and for each variant, from three crates: they are linear in both."""
    if not shutil.which("valgrind"):
        sys.exit("error: valgrind is missing; on Debian or Ubuntu, install it with `apt-get install valgrind`")
    totals = {}
    for subject in ("studio", "thiserror alone"):
        wide, many, one = (counted(write(subject, variants, enums)) for variants, enums in ((30, 20), (6, 100), (1, 1)))
        enum = (many - wide) / 80
        variant = (wide - one - 19 * enum) / 599
        fixed = one - enum - variant
        totals[subject] = {(enums, variants): fixed + enums * (enum + variants * variant)
                           for enums, variants in ((300, 30), (1, 1000))}
        print(f"{subject:>16}: {fixed:6.0f} million instructions, {enum:6.2f} for each enum, {variant:6.3f} for each variant")
    for enums, variants in ((300, 30), (1, 1000)):
        ratio = totals["studio"][enums, variants] / totals["thiserror alone"][enums, variants]
        print(f"{ratio:>6.2f}  {enums} x {variants}, to thiserror alone, if it is linear")
    other, named = (counted(write("studio", 400, name="prefix", prefix=prefix)) for prefix in ("WEST", "ACME"))
    print(f"{other / named:>6.2f}  400 variants whose catalog is not named like its prefix, to a named catalog")


def incremental(crate):
    """Returns the CPU seconds of `check` after an edit in another module."""
    library = crate / "src" / "lib.rs"
    cargo(crate, "check", incremental=True)
    runs = []
    for run in range(RUNS):
        library.write_text(f"pub mod error;\npub fn elsewhere() -> u32 {{ {run + 1} }}\n")
        runs.append(cargo(crate, "check", incremental=True)[0])
    return min(runs)


def llvm_lines(crate):
    """Returns the number of lines of LLVM IR before optimization."""
    touch(crate)
    cargo(crate, "rustc", "--", "--emit=llvm-ir", "-Ccodegen-units=1", "-Cdebuginfo=0")
    newest = max((WORK / "build" / "debug" / "deps").glob(f"{crate.name.replace('-', '_')}-*.ll"), key=os.path.getmtime)
    return sum(1 for line in newest.open() if line.startswith("  "))


def passes(crate):
    """Returns the share of each compiler pass in one `check`, in percent, as reported by rustc."""
    touch(crate)
    _, done = cargo(crate, "rustc", "--profile", "check", "--", "-Ztime-passes", extra={"RUSTC_BOOTSTRAP": "1"})
    found = dict((name, float(seconds)) for seconds, name in re.findall(r"time:\s+([\d.]+);.*\t(\w+)\s*$", done.stderr, re.M))
    total = found.get("total", 0.0) or 1.0
    names = ["parse_crate", "macro_expand_crate", "resolve_crate", "coherence_checking", "type_check_crate", "MIR_borrow_checking",
             "generate_crate_metadata"]
    return ", ".join(f"{name} {100 * found.get(name, 0) / total:.0f} %" for name in names)


def main():
    sizes = [int(size) for size in sys.argv[1:] if size.isdigit()] or [10, 100, 1000, 5000]
    builds = [build for build in BUILDS if build in sys.argv[1:]] or list(BUILDS)
    shutil.rmtree(WORK, ignore_errors=True)
    if "shapes" in sys.argv[1:]:
        return shapes()
    if "instructions" in sys.argv[1:]:
        return instructions()
    print("CPU seconds of one crate, after its dependencies are built; the least of runs:", RUNS)
    print(f"{'variants':>8} {'build':>8} " + " ".join(f"{subject:>16}" for subject in SUBJECTS) + f" {'studio/stack':>13}")
    studios = {}
    for size in sizes:
        written = {subject: write(subject, size) for subject in SUBJECTS}
        for build in builds:
            row = measure(written, build)
            studios[size, build] = row["studio"]
            print(f"{size:>8} {build:>8} " + " ".join(f"{row[subject]:>16.2f}" for subject in SUBJECTS)
                  + f" {row['studio'] / row['stack']:>13.2f}", flush=True)
        print(f"{size:>8} {'edit':>8} " + " ".join(f"{incremental(crate):>16.2f}" for crate in written.values()), flush=True)
        if size == 1000:
            print("         passes of check, studio:", passes(written["studio"]))
            print("         passes of check, stack: ", passes(written["stack"]))
    if 10 in sizes and 1000 in sizes:
        for subject in SUBJECTS:
            lines = {size: llvm_lines(write(subject, size)) for size in (10, 1000)}
            print(f"lines of LLVM IR for each variant, {subject}: {(lines[1000] - lines[10]) / 990:.1f}")
    if 1000 in sizes and 5000 in sizes:
        for build in builds:
            print(f"growth, {build}: 5,000 variants take {studios[5000, build] / studios[1000, build]:.1f} times as long as 1,000")


main()
