# A catalog in one crate, a service in another: what the guide says comes out.
set -euo pipefail
diff <(cargo run --quiet -p acme-shipping) - <<'EXPECTED'
{"error":{"code":"ACME_500","message":"There is no such parcel","http":404}}
{"error":{"code":"ACME_2","message":"The service is being maintained","http":503}}
{"error":{"code":"ACME_510","message":"Pigeon Post refused the parcel","http":409}}
[ACME_1, ACME_2, ACME_500, ACME_510]
EXPECTED
