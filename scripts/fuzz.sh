#!/usr/bin/env bash
# usage: scripts/fuzz.sh [SECONDS] [TARGET..]
# Fuzzes each target for SECONDS seconds (default: 60). The default for TARGET is all targets of `fuzz/`.
# Needs a nightly toolchain. An input that causes a failure is stored in `fuzz/artifacts`.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
shift || true
cargo +nightly --version >/dev/null 2>&1 || {
    echo 'error: a nightly toolchain is missing; install it with `rustup toolchain install nightly`' >&2
    exit 1
}
command -v cargo-fuzz >/dev/null || cargo install --locked cargo-fuzz
targets=("$@")
[ "$#" -gt 0 ] || mapfile -t targets < <(cargo fuzz list)
for target in "${targets[@]}"; do
    printf '\n== %s\n' "$target"
    mkdir -p "fuzz/corpus/$target"
    cargo +nightly fuzz run --sanitizer none "$target" "fuzz/corpus/$target" "fuzz/seeds/$target" -- \
        -max_total_time="$seconds" -timeout=10 -print_final_stats=1
done
