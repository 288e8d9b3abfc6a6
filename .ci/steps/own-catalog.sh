# The example of a catalog in one crate and a service in another prints the expected bodies, and its codes are unchanged.
set -euo pipefail
cd examples/own-catalog
export CARGO_TARGET_DIR=../../target/own-catalog
diff <(cargo run --quiet -p acme-shipping) - <<'EXPECTED'
{"error":{"code":"ACME_500","message":"The parcel does not exist","http":404}}
{"error":{"code":"ACME_2","message":"The service is under maintenance","http":503}}
{"error":{"code":"ACME_510","message":"Pigeon Post refused the parcel","http":409}}
[ACME_1, ACME_2, ACME_500, ACME_510]
EXPECTED
cargo test --quiet
