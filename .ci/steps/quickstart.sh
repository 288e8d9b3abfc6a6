# The first command of the README prints the error body.
set -euo pipefail
cargo run --quiet -p quickstart |
    grep -F '{"error":{"code":"STUDIO_1601","message":"Insufficient AI credits in wallet for this generation","http":402}}'
