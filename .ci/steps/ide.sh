# What rust-analyzer sees resolves: every key that the tests write has an item that documents it.
set -euo pipefail
RUSTFLAGS="--cfg rust_analyzer" cargo check --quiet -p studio-errors-tests --target-dir target/ide
