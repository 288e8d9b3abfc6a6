#!/usr/bin/env bash
# Runs cargo-mutants, with a build for each mutant. The arguments are regular expressions that select mutants by name. The default
# selects the mutants that `scripts/mutants.py` cannot test: constants outside functions, and functions that return `impl Trait`.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v cargo-mutants >/dev/null || cargo install --locked cargo-mutants
[ $# -gt 0 ] || set -- 'replace (<<|\+|\*) with \S+$' 'with ::std::iter::empty'
names=()
for name in "$@"; do names+=(--re "$name"); done
export CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_TEST_DEBUG=0 PROPERTIES_MS=300
cargo mutants --baseline skip --timeout 120 --build-timeout 300 -o target/mutants "${names[@]}"
