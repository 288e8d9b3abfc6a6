# A catalog in one crate, a service in another: what the guide says comes out, and the service's codes stay what they were.
set -euo pipefail
cd examples/own-catalog
export CARGO_TARGET_DIR=../../target/own-catalog
diff <(cargo run --quiet -p acme-shipping) - <<'EXPECTED'
{"error":{"code":"ACME_500","message":"There is no such parcel","http":404}}
{"error":{"code":"ACME_2","message":"The service is being maintained","http":503}}
{"error":{"code":"ACME_510","message":"Pigeon Post refused the parcel","http":409}}
[ACME_1, ACME_2, ACME_500, ACME_510]
EXPECTED
cargo test --quiet
