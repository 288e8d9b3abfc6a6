#!/usr/bin/env bash
# The property tests for longer than `cargo test` has: so many seconds each (60 unless told), and so many crates of
# generated types (50 unless told), from another seed than last time.
set -euo pipefail
cd "$(dirname "$0")/.."
export PROPERTIES_MS=$((${1:-60} * 1000)) PROPERTIES_BATCHES=${2:-50} PROPERTIES_SEED=$(date +%s)
cargo test -p studio-errors-derive --lib properties -- --nocapture --test-threads 1
cargo test -p studio-errors-tests --test downstream properties_wire -- --nocapture --test-threads 1
cargo test -p studio-errors-ui-tests --test properties -- --nocapture --test-threads 1
