# The first command of the README prints the error body.
set -euo pipefail
cargo build --quiet --workspace --bins --tests
"${CARGO_TARGET_DIR:-target}/debug/quickstart" |
    grep -F '{"error":{"code":"STUDIO_1601","message":"Insufficient AI credits in wallet for this generation","http":402}}'
