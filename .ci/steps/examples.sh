# Each example runs successfully. The service and the example with its own catalog have steps of their own.
set -euo pipefail
cargo run --quiet -p studio-errors --example client --features axum,retry-after
cargo run --quiet -p studio-errors --example service_cli --features cli -- explain 1650
cargo run --quiet -p studio-errors --example reference --features reference | grep -q '"code": "STUDIO_1601"'
