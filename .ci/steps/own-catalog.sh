# The example of a catalog in one crate and a service in another prints the expected bodies, and its codes are unchanged.
set -euo pipefail
cd examples/own-catalog
# The profile is that of this workspace, so that dependencies are not built again.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/../../target} CARGO_PROFILE_DEV_DEBUG=0
diff <(cargo run --quiet -p acme-shipping) - <<'EXPECTED'
{"error":{"code":"ACME_500","message":"The parcel does not exist","http":404}}
{"error":{"code":"ACME_2","message":"The service is under maintenance","http":503}}
{"error":{"code":"ACME_510","message":"Pigeon Post refused the parcel","http":409}}
[ACME_1, ACME_2, ACME_500, ACME_510]
EXPECTED
cargo test --quiet
