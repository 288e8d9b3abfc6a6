#!/usr/bin/env python3
"""Counts the instructions of each call with callgrind, and prints the ratio to this crate.

    benches/instructions.py            prints the table
    benches/instructions.py --check    also fails if a target is missed

Each operation runs N and 2N times. The difference is the cost of N calls, without the start of the process. The figures depend on
the compiler and the features of the processor, not on the load of the machine. Needs Python 3, cargo and valgrind. Also prints the
allocations of `masterror`, whose crate it writes to target/masterror-responses; tests/allocations.rs has the others.
"""

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import crates

ROOT = Path(__file__).resolve().parent.parent
RELEASE = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
MASTERROR = ROOT / "target" / "masterror-responses"
BUILD = ["cargo", "build", "--quiet", "--release", "--package", "studio-errors-benches", "--features", "measure"]
TURNS = 2000

# The responses of masterror, and its dependencies.
RESPONSES = ["response, static", "response, display"]
DEPENDENCIES = """allocation-counter = "0.8.1"
axum = { version = "0.8.1", default-features = false }
masterror = { version = "0.32", default-features = false, features = ["axum"] }
"""

# An operation, an alternative, and the minimum ratio of their instructions. The ratios are lower than the measured ones, so that a
# new compiler does not fail the check, but a lost optimization does.
FASTER = [
    ("to_json, static", "serde_json", 10),
    ("to_json, display", "serde_json", 1.3),
    ("response, static", "Json", 2),
    # The target of BENCHMARKS.md is 2.
    ("response, static", "api-error", 1.6),
    ("response, static", "apiresponse", 2),
    ("response, static", "problem_details", 2),
    ("response, static", "masterror", 2),
    ("response, in the layer", "Json", 1),
    ("response, display", "Json", 1.4),
    ("response, display", "masterror", 2),
    ("from_code, 36", "num_enum", 1),
    ("from_code, 1000", "num_enum", 1),
    ("from_code, 10000", "num_enum", 1),
]

# An operation, and the maximum number of its instructions.
MOST = [
    ("to_json, static", 50),
    ("to_json, own code", 50),
    ("to_json, of 10000", 50),
]

# A lookup, the same lookup among fewer codes, and the maximum ratio of their instructions.
EVEN = [
    ("from_code, 10000", "from_code, 36", 2),
    ("known, 10000", "known, 36", 2),
    ("get, 10000", "get, 36", 2),
    ("info, of 10000", "info", 2),
]


def counted(operation, subject, turns):
    binary = MASTERROR / "target" / "release" / MASTERROR.name if subject == "masterror" else RELEASE / "instructions"
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", binary, operation, subject, str(turns)]
    done = subprocess.run(command, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode or not found:
        sys.exit(f"{operation}, {subject}: {done.stderr}")
    return int(found[1])


def per_call(row):
    return (counted(*row, 2 * TURNS) - counted(*row, TURNS)) / TURNS


def main():
    if not shutil.which("valgrind"):
        sys.exit("error: valgrind is missing; on Debian or Ubuntu, install it with `apt-get install valgrind`")
    subprocess.run(BUILD, cwd=ROOT, check=True)
    crates.write(MASTERROR, DEPENDENCIES, main=(ROOT / "benches" / "masterror.rs").read_text())
    crates.cargo(MASTERROR, "build", "--release", "--ignore-rust-version", CARGO_TARGET_DIR=str(MASTERROR / "target"))
    listed = subprocess.run([RELEASE / "instructions"], capture_output=True, text=True, check=True).stdout
    rows = [tuple(line.split("\t")) for line in listed.splitlines()] + [(operation, "masterror") for operation in RESPONSES]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        figures = dict(zip(rows, pool.map(per_call, rows)))
    loop = figures.pop(("nothing", "loop"))
    figures = {row: max(figure - loop, 1) for row, figure in figures.items()}
    print(f"{'instructions of one call':<24} {'':<16} {'':>7} {'ratio':>17}")
    for (operation, subject), figure in figures.items():
        ours = figures[operation, "studio"]
        ratio = "" if subject == "studio" else f"{figure / ours:.2f}"
        print(f"{operation:<24} {subject:<16} {figure:>7.0f} {ratio:>17}")
    missed = []
    for operation, subject, times in FASTER:
        ratio = figures[operation, subject] / figures[operation, "studio"]
        if ratio < times:
            missed.append(f"{operation}: {subject} takes {ratio:.2f} times the instructions, the target is at least {times}")
    for operation, most in MOST:
        figure = figures[operation, "studio"]
        if figure > most:
            missed.append(f"{operation}: {figure:.0f} instructions, the target is at most {most}")
    for many, few, times in EVEN:
        ratio = figures[many, "studio"] / figures[few, "studio"]
        if ratio > times:
            missed.append(f"{many}: {ratio:.2f} times the instructions of {few}, the target is at most {times}")
    if "--check" in sys.argv[1:] and missed:
        sys.exit("\n".join(missed))
    print(subprocess.run([MASTERROR / "target" / "release" / MASTERROR.name], capture_output=True, text=True, check=True).stdout)
    print("\n".join(missed) or "every target is met")


main()
