# The imports for key completion in rust-analyzer resolve, for every key that the tests use.
set -euo pipefail
RUSTFLAGS="--cfg rust_analyzer" cargo check --quiet -p studio-errors-tests --target-dir target/ide
