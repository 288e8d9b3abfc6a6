#!/usr/bin/env python3
"""Measures the compile time of `code_set!`.

    scripts/measure_sets.py [N ...]

One crate contains the enums and is built once. A second crate contains only the set. The script prints the CPU seconds of
`cargo check` for the second crate, minus those of an empty crate: the minimum of a few runs. It also prints the growth from one N
to the next, where 2.00x is linear. The second crate contains several copies of the set, and the result is the cost of one copy,
because the cost of a single copy is too small to measure.

    apart   two enums of N codes, with no common codes
    same    two enums of N codes, with the same codes and facts
    parts   the same number of codes, in enums of 20
"""

import os
import pathlib
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
RUNS = 3
SETS = 4
HEAD = """#![allow(dead_code)]
use studio_errors::{Catalog, Category, StudioErrorCode};
pub struct Acme;
impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("all", "All", 1..=65535)];
}
"""
PACKAGE = '[package]\nname = "%s"\nversion = "0.0.0"\nedition = "2024"\n[dependencies]\n%s'


def enum(name, first, count):
    variants = "".join(
        f'#[studio(code = {n}, http = 409, description = "d")] V{n},\n' for n in range(first, first + count)
    )
    return f'#[derive(StudioErrorCode)]\n#[studio(catalog = Acme, category = "all")]\npub enum {name} {{\n{variants}}}\n'


def cases(n):
    two = ["A", "B"]
    many = [f"P{i}" for i in range(2 * n // 20)]
    yield "apart", two, enum("A", 1, n) + enum("B", n + 1, n)
    yield "same", two, enum("A", 1, n) + enum("B", 1, n)
    yield "parts", many, "".join(enum(name, 1 + 20 * i, 20) for i, name in enumerate(many))


class Workspace:
    def __init__(self, path):
        self.path = path
        self.env = os.environ | {"CARGO_TARGET_DIR": str(path / "target"), "CARGO_INCREMENTAL": "0"}
        (path / "Cargo.toml").write_text('[workspace]\nresolver = "3"\nmembers = ["codes", "set"]\n')
        (path / "Cargo.lock").write_bytes((ROOT / "Cargo.lock").read_bytes())
        studio = f'studio-errors = {{ path = "{ROOT}/studio-errors" }}\n'
        for name, dependencies in [("codes", studio), ("set", studio + 'codes = { path = "../codes" }\n')]:
            (path / name / "src").mkdir(parents=True)
            (path / name / "Cargo.toml").write_text(PACKAGE % (name, dependencies))
            self.write(name, "")

    def write(self, package, text):
        (self.path / package / "src/lib.rs").write_text(text)

    def check(self):
        subprocess.run(["cargo", "check", "--quiet", "-p", "set"], cwd=self.path, env=self.env, check=True)

    def measure(self, text):
        least = float("inf")
        for run in range(RUNS):
            self.write("set", f"{text}// {run}\n")
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            self.check()
            least = min(least, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
        return least


def main():
    sizes = [int(size) for size in sys.argv[1:]] or [1000, 2000, 4000, 8000]
    before = {}
    with tempfile.TemporaryDirectory() as work:
        workspace = Workspace(pathlib.Path(work))
        print(f"{'case':8}{'codes':>11}{'seconds':>10}{'growth':>9}")
        for n in sizes:
            for case, names, enums in cases(n):
                workspace.write("set", "")
                workspace.write("codes", HEAD + enums)
                workspace.check()
                empty = workspace.measure("")
                parts = ", ".join(f"codes::{name}" for name in names)
                sets = "".join(f"studio_errors::code_set! {{ pub All{i}: {parts} }}\n" for i in range(SETS))
                cost = (workspace.measure(sets) - empty) / SETS
                growth = f"{cost / before[case]:8.2f}x" if case in before else ""
                before[case] = cost
                print(f"{case:8}{n:>5}+{n:<5}{cost:>10.4f}{growth}", flush=True)


if __name__ == "__main__":
    main()
