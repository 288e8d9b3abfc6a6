# Each example runs successfully. The service and the example with its own catalog have their own steps.
set -euo pipefail
cargo run --quiet -p client
cargo run --quiet -p service-cli -- explain 1650
