#!/usr/bin/env bash
# Every pair of features, and the oldest versions that the manifests allow.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v cargo-hack >/dev/null || cargo install --locked cargo-hack
cargo hack check --package studio-errors --feature-powerset --depth 2
if cargo +nightly --version >/dev/null 2>&1; then
    # In a copy: the lock file of the workspace stays as it is.
    copy=$(mktemp -d)
    trap 'rm -rf "$copy"' EXIT
    git ls-files -z | xargs -0 cp --parents -t "$copy"
    (cd "$copy" && rm -f Cargo.lock && cargo +nightly -Z direct-minimal-versions update --quiet &&
        cargo +nightly check --package studio-errors --all-features --target-dir "${CARGO_TARGET_DIR:-$OLDPWD/target}/minimal")
else
    echo 'direct minimal versions: skipped, there is no nightly toolchain'
fi
