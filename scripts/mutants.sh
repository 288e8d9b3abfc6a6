#!/usr/bin/env bash
# Mutation testing: every mutant of the files given (of both crates unless given) must be caught by a test.
# `mutants.out/missed.txt` lists those that are not. `.cargo/mutants.toml` says which tests run.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v cargo-mutants >/dev/null || cargo install --locked cargo-mutants
files=()
for file in "$@"; do files+=(--file "$file"); done
PROPERTIES_MS=300 cargo mutants "${files[@]}"
