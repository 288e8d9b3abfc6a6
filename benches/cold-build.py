#!/usr/bin/env python3
"""Measures first builds.

    benches/cold-build.py

Builds three macros, each in its own target directory: syn and quote, then darling, then our derive. Prints the CPU seconds of the
whole build, and of the crate of the macro after its dependencies are built. Then builds a crate that uses this crate and thiserror, and
one that uses masterror, and prints the CPU seconds and the number of crates. The build uses the settings for dependencies: no debug
information, not incremental. Needs only Python 3 and cargo.
"""

import shutil
import statistics
from pathlib import Path

import crates

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "target" / "cold-build"
RUNS = 3

BASIS = 'proc-macro2 = "1"\nquote = "1"\nsyn = "3"\n'
DARLING = BASIS + 'darling = { version = "0.24", default-features = false }\nheck = "0.5"\nstrsim = "0.11"\n'
NOTHING = "#[proc_macro_derive(Nothing)]\npub fn nothing(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream { tokens }\n"
DERIVE = f'path = "{ROOT / "studio-errors-derive" / "src" / "lib.rs"}"\n'

# An empty macro with these dependencies. The last macro is our derive.
MACROS = {"syn and quote": ("basis", BASIS, ""), "and darling": ("darling", DARLING, ""), "and ours": ("derive", DARLING, DERIVE)}

# A user of an alternative: its dependencies.
USERS = {
    "this crate": (f'studio-errors = {{ path = "{ROOT / "studio-errors"}" }}\nthiserror = "2"\n'),
    "masterror": 'masterror = { version = "0.32", default-features = false }\n',
}


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    print(f"{'CPU seconds':>16} {'whole':>8} {'alone':>8}")
    for subject, (name, dependencies, path) in MACROS.items():
        macros, user = WORK / name, WORK / f"user-of-{name}"
        settings = {"CARGO_INCREMENTAL": "0", "CARGO_TARGET_DIR": str(user / "target")}
        crates.write(macros, dependencies, f"[lib]\nproc-macro = true\n{path}", lib=NOTHING)
        crates.write(user, f'{name} = {{ path = "{macros}" }}', lib="")
        crates.cargo(user, "fetch", **settings)
        whole, alone = crates.cargo(user, "build", **settings)[0], []
        for _ in range(RUNS):
            crates.cargo(user, "clean", "--package", name, **settings)
            alone.append(crates.cargo(user, "build", **settings)[0])
        print(f"{subject:>16} {whole:>8.2f} {statistics.median(alone):>8.2f}", flush=True)
    print(f"{'a user of':>16} {'whole':>8} {'crates':>8}")
    for subject, dependencies in USERS.items():
        user = WORK / f"a-user-of-{subject.replace(' ', '-')}"
        crates.write(user, dependencies, lib="")
        crates.cargo(user, "fetch")
        settings = {"CARGO_INCREMENTAL": "0", "CARGO_TARGET_DIR": str(user / "target")}
        whole, _ = crates.cargo(user, "build", "--ignore-rust-version", **settings)
        built = len(list((user / "target" / "debug" / "deps").glob("*.d")))
        print(f"{subject:>16} {whole:>8.2f} {built:>8}", flush=True)


main()
