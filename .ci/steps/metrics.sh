# A recorder and a scraper receive the counter of error responses.
set -euo pipefail
cargo test --quiet -p studio-errors-tests --features metrics --test response_metrics
