# Each example runs successfully. The service and the example with its own catalog have their own steps.
set -euo pipefail
cargo build --quiet --workspace --bins --tests
"${CARGO_TARGET_DIR:-target}/debug/client"
"${CARGO_TARGET_DIR:-target}/debug/service-cli" explain 1650
