#!/usr/bin/env bash
# Every pair of features.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v cargo-hack >/dev/null || cargo install --locked cargo-hack
cargo hack check --package studio-errors --feature-powerset --depth 2
