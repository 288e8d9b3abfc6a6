# The README's first command prints the wire format.
set -euo pipefail
cargo run --quiet --example quickstart |
    grep -F '{"error":{"code":"STUDIO_1601","message":"Insufficient AI credits in wallet for this generation","http":402}}'
