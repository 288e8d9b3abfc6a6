# The crate, with all features, and generated code of all kinds build with the version of Rust that Cargo.toml states.
set -euo pipefail
cd "$(dirname "$0")/../.."
stated=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
if ! cargo "+$stated" --version >/dev/null 2>&1 && ! rustup toolchain install "$stated" --profile minimal >/dev/null 2>&1; then
    echo "NOT TESTED: Rust $stated, which Cargo.toml states, cannot be installed here"
    exit 0
fi
CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}/stated-rust cargo "+$stated" check --quiet --all-features \
    -p studio-errors -p studio-errors-cli -p studio-errors-tests --lib
cargo "+$stated" --version
