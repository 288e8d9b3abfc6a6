#!/usr/bin/env bash
# usage: scripts/properties.sh [SECONDS] [CRATES]
# Runs the property tests longer than `cargo test` does: SECONDS for each property (default: 60), and CRATES crates of generated
# types (default: 50), with a new seed.
set -euo pipefail
cd "$(dirname "$0")/.."
export PROPERTIES_MS=$((${1:-60} * 1000)) PROPERTIES_BATCHES=${2:-50} PROPERTIES_SEED=$(date +%s)
cargo test -p studio-errors-derive-library properties -- --nocapture --test-threads 1
cargo test -p studio-errors-tests --test downstream properties -- --nocapture --test-threads 1
cargo test -p studio-errors-ui-tests --test properties -- --nocapture --test-threads 1
