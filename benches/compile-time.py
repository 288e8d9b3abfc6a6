#!/usr/bin/env python3
"""Measures the compile time of an enum, compared with a stack of other crates.

    benches/compile-time.py [VARIANTS ...] [check] [debug] [release]        default: 10 100 1000 5000, and all three builds
    benches/compile-time.py shapes [seconds] [--check] [WORD ...]
                                            `check` of pairs of crates: the instructions of rustc, or the CPU seconds; words select
                                            the shapes that contain one of them; `--check` fails if a bound of a small shape is exceeded
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
MODES = {"shapes", "seconds", "--check"}
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


# It has no numbers, no ranges and no checks against a catalog; its `message` is the `Display` text.
MASTERROR = "#[derive(Debug, Clone, Copy, masterror::Error)]\npub enum Error {\n"


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


def masterror(i):
    description, _ = words(i)
    return (f'    /// {description}\n    #[error("error {i}")]\n'
            f'    #[app_error(kind = AppErrorKind::BadRequest, code = AppCode::BadRequest, message)]\n    Variant{i},\n')


SUBJECTS = {
    "studio": (STUDIO, studio, f'studio-errors = {{ path = "{ROOT / "studio-errors"}" }}\nthiserror = "2"'),
    "stack": (STACK, stack, 'thiserror = "2"\nstrum = { version = "0.28", features = ["derive"] }\nnum_enum = "0.7"\n'
                            'serde = { version = "1", features = ["derive"] }'),
    "thiserror alone": (BARE, bare, 'thiserror = "2"'),
    "masterror": (MASTERROR, masterror, 'masterror = { version = "0.32", default-features = false }'),
}
STACKS = ["studio", "stack", "thiserror alone"]


def write(subject, variants, enums=1, name=None, prefix="ACME", last=4294967295):
    """Writes a crate with some enums of some variants each. The numbers go on from one enum to the next."""
    head, variant, dependencies = SUBJECTS[subject]
    crate = WORK / (name or subject).replace(" ", "-")
    error = CATALOG.replace('"ACME"', f'"{prefix}"').replace("LAST", str(last)) if subject == "studio" else ""
    if subject == "masterror":
        error = "use masterror::{AppCode, AppErrorKind};\n\n"
    for enum in range(enums):
        body = "".join(variant(i) for i in range(enum * variants, (enum + 1) * variants))
        error += head.replace("enum Error", f"enum Error{enum}") + body + "}\n"
    crates.write(crate, dependencies, error=error, lib="pub mod error;\npub fn elsewhere() -> u32 { 0 }\n")
    return crate


def cargo(crate, *arguments, incremental=False, extra=None, may_fail=False):
    if crate.name.endswith("masterror"):
        # masterror states a newer version of Rust than it needs.
        arguments = (*arguments, "--ignore-rust-version")
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
    counting = {"RUSTC_WRAPPER": str(wrapper), "COUNTED": name, "COUNTS": str(log)}
    _, done = cargo(crate, "check", extra=counting, may_fail=True)
    if bool(done.returncode) != (crate.name == "out-of-range"):
        sys.exit(f"{crate.name}: cargo check exited with {done.returncode}\n{done.stderr}")
    return int(re.search(r"Collected : (\d+)", log.read_text())[1]) / 1e6


def coded(variants, numbers=None, detail=False, enum="Error", category="all"):
    """Returns an enum with these variants. `numbers` are those of the codes."""
    body = "".join(
        f'    /// {words(i)[0]}\n    #[studio(code = {number}, http = 402)]\n'
        + (f"    Variant{number} {{ #[studio(detail)] have: u32 }},\n" if detail else f"    Variant{number},\n")
        for i, number in enumerate(numbers or range(variants)))
    return f'#[derive(Debug, StudioErrorCode)]\n#[studio(catalog = Acme, category = "{category}")]\npub enum {enum} {{\n{body}}}\n'


def nesting(enum, types, own=""):
    """Returns an enum that nests these types."""
    body = "".join(f"    #[studio(transparent)]\n    Nests{i}({ty}),\n" for i, ty in enumerate(types))
    return f"#[derive(Debug, StudioErrorCode)]\n#[studio(catalog = Acme)]\npub enum {enum} {{\n{own}{body}}}\n"


def structs(count, in_set):
    """Returns structs with one code each, and a set of them."""
    text = "".join(
        f'/// {words(i)[0]}\n#[derive(Debug, StudioErrorCode)]\n#[studio(catalog = Acme, category = "all", code = {i}, http = 402)]\n'
        f"pub struct Error{i};\n" for i in range(1, count + 1))
    names = ", ".join(f"Error{i}" for i in range(1, count + 1))
    return text + (f"studio_errors::code_set! {{ pub All: {names} }}\n" if in_set else "")


def layers(count):
    """Returns layers of three enums, each of which nests the three of the layer below."""
    text = "".join(coded(0, [100 + i, 200 + i], enum=f"Layer0Of{i}") for i in range(3))
    for layer in range(1, count):
        below = [f"Layer{layer - 1}Of{i}" for i in range(3)]
        text += "".join(nesting(f"Layer{layer}Of{i}", below) for i in range(3))
    return text


def details(variants):
    """Returns two enums with a detail in each variant and interleaved numbers, and an enum that nests both."""
    enums = [coded(0, range(first, 2 * variants, 2), detail=True, enum=f"Error{first}") for first in (0, 1)]
    return "".join(enums) + nesting("Both", ["Error0", "Error1"])


def hundred(interleaved):
    """Returns an enum that nests a hundred types of twenty codes."""
    enums = [coded(0, [i + 100 * j if interleaved else 20 * i + j for j in range(20)], enum=f"Error{i}") for i in range(100)]
    return "".join(enums) + nesting("All", [f"Error{i}" for i in range(100)])


def operations(count):
    """Returns two enums, and sets of ten codes of each."""
    text = coded(100, enum="Orders") + coded(0, range(1000, 1100), enum="Stock")
    for i in range(count):
        some = [(37 * i + j) % 100 for j in range(0, 30, 3)]
        orders, stock = (", ".join(f"VARIANT{first + j}" for j in some) for first in (0, 1000))
        text += f"studio_errors::code_set! {{ pub Operation{i}: Orders::{{{orders}}}, Stock::{{{stock}}} }}\n"
    return text


def shape(name, text):
    """Writes a crate with this text and a catalog."""
    crate = WORK / name
    head = CATALOG.replace("LAST", "4294967295").replace("1..=", "0..=") + "\n"
    dependencies = f'studio-errors = {{ path = "{ROOT / "studio-errors"}", features = ["details"] }}'
    crates.write(crate, dependencies, error=head + text, lib="#![allow(dead_code)]\npub mod error;\n")
    return crate


def small_shapes():
    """Returns small shapes with loose bounds: when every type was compared with every other one, the ratios were many times higher."""
    return {
        "a set of 80 structs, to the structs without the set":
            (lambda: shape("set", structs(80, True)), lambda: shape("structs", structs(80, False)), 1.5),
        "five layers of three enums, each of which nests the three below, to three layers":
            (lambda: shape("five-layers", layers(5)), lambda: shape("three-layers", layers(3)), 2.5),
        "two enums of 100 variants with a detail each and interleaved numbers, to two of 25":
            (lambda: shape("details-100", details(100)), lambda: shape("details-25", details(25)), 4.5),
    }


def shapes():
    """Returns each shape: a crate, the crate that it is compared with, and the target."""
    return {
        "a set of 400 structs, to the structs without the set":
            (lambda: shape("set", structs(400, True)), lambda: shape("structs", structs(400, False)), 1.3),
        "six layers of three enums, each of which nests the three below, to three layers":
            (lambda: shape("six-layers", layers(6)), lambda: shape("three-layers", layers(3)), 3),
        "two enums of 400 variants with a detail each and interleaved numbers, to two of 100":
            (lambda: shape("details-400", details(400)), lambda: shape("details-100", details(100)), 4.5),
        "an enum over 100 types of 20 codes with interleaved numbers, to separate blocks":
            (lambda: shape("interleaved", hundred(True)), lambda: shape("blocks", hundred(False)), 1.5),
        "100 sets with ten codes of each of two types, to 50 sets":
            (lambda: shape("sets-100", operations(100)), lambda: shape("sets-50", operations(50)), 2),
        "50 sets with ten codes of each of two types, to 25 sets":
            (lambda: shape("sets-50", operations(50)), lambda: shape("sets-25", operations(25)), 2),
        "300 enums of 30, to thiserror alone":
            (lambda: write("studio", 30, 300, "many"), lambda: write("thiserror alone", 30, 300, "many-bare"), 3.5),
        "300 enums of 30, to masterror":
            (lambda: write("studio", 30, 300, "many"), lambda: write("masterror", 30, 300, "many-masterror"), 1.1),
        "one enum of 1,000, to thiserror alone":
            (lambda: write("studio", 1000, name="one"), lambda: write("thiserror alone", 1000, name="one-bare"), 2.3),
        "one enum of 1,000, to masterror":
            (lambda: write("studio", 1000, name="one"), lambda: write("masterror", 1000, name="one-masterror"), 0.95),
        "5,000 variants, to 1,000":
            (lambda: write("studio", 5000, name="five"), lambda: write("studio", 1000, name="one"), 5.5),
        "2,000 variants whose catalog is not named like its prefix, to a named catalog":
            (lambda: write("studio", 2000, name="other-prefix", prefix="WEST"), lambda: write("studio", 2000, name="named"), 1.3),
        "the same with a longer prefix":
            (lambda: write("studio", 2000, name="longer-prefix", prefix="WESTERN"), lambda: write("studio", 2000, name="named"), 1.5),
        "500 codes out of range, to 500 in range":
            (lambda: write("studio", 500, name="out-of-range", last=10), lambda: write("studio", 500, name="in-range"), 4),
    }


def in_seconds(crates):
    """Returns the least CPU seconds of `check` of each crate, built in turn. The first run also builds the dependencies."""
    seconds = {crate: [] for crate in crates}
    for _ in range(RUNS + 1):
        for crate in crates:
            touch(crate)
            took, done = cargo(crate, "check", may_fail=True)
            if bool(done.returncode) != (crate.name == "out-of-range"):
                sys.exit(f"{crate.name}: cargo check exited with {done.returncode}\n{done.stderr}")
            seconds[crate].append(took)
    return [min(runs[1:]) for runs in seconds.values()]


def measure_shapes(words):
    """Prints the ratio of each shape. `--check` measures small shapes, and fails if a bound is exceeded."""
    is_check, failed = "--check" in words, False
    for text, (crate, other, most) in (small_shapes() if is_check else shapes()).items():
        if set(words) - MODES and not any(word in text for word in set(words) - MODES):
            continue
        pair = (crate(), other())
        one, another = in_seconds(pair) if "seconds" in words else map(counted, pair)
        print(f"{one / another:>6.2f}  ({'at most' if is_check else 'target'} {most})  {text}", flush=True)
        failed |= is_check and one / another > most
    if failed:
        sys.exit("error: a bound is exceeded")


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
        return measure_shapes(sys.argv[1:])
    if "instructions" in sys.argv[1:]:
        return instructions()
    print("CPU seconds of one crate, after its dependencies are built; the least of runs:", RUNS)
    print(f"{'variants':>8} {'build':>8} " + " ".join(f"{subject:>16}" for subject in STACKS) + f" {'studio/stack':>13}")
    studios = {}
    for size in sizes:
        written = {subject: write(subject, size) for subject in STACKS}
        for build in builds:
            row = measure(written, build)
            studios[size, build] = row["studio"]
            print(f"{size:>8} {build:>8} " + " ".join(f"{row[subject]:>16.2f}" for subject in STACKS)
                  + f" {row['studio'] / row['stack']:>13.2f}", flush=True)
        print(f"{size:>8} {'edit':>8} " + " ".join(f"{incremental(crate):>16.2f}" for crate in written.values()), flush=True)
        if size == 1000:
            print("         passes of check, studio:", passes(written["studio"]))
            print("         passes of check, stack: ", passes(written["stack"]))
    if 10 in sizes and 1000 in sizes:
        for subject in STACKS:
            lines = {size: llvm_lines(write(subject, size)) for size in (10, 1000)}
            print(f"lines of LLVM IR for each variant, {subject}: {(lines[1000] - lines[10]) / 990:.1f}")
    if 1000 in sizes and 5000 in sizes:
        for build in builds:
            print(f"growth, {build}: 5,000 variants take {studios[5000, build] / studios[1000, build]:.1f} times as long as 1,000")


main()
