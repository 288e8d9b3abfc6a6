# The clients in other languages, made from the JSON reference that the example service serves, run against the service, and the
# compilers and type checkers of their languages accept them, also with hostile text.
set -euo pipefail
command -v npm >/dev/null || { echo 'error: `npm` is missing; install Node.js 20 or later' >&2; exit 1; }
port=3918
url=http://127.0.0.1:$port
cargo build --quiet -p service
cargo build --quiet -p studio-errors --features cli --bin studio-errors
cargo build --quiet -p studio-errors-tests --bins
bin=$(realpath "${CARGO_TARGET_DIR:-target}")/debug
work=$(mktemp -d)
"$bin/service" "127.0.0.1:$port" >/dev/null 2>&1 &
service=$!
trap 'kill $service; rm -rf "$work"' EXIT
cp .ci/reference/* "$work"
cd "$work"
curl -sf --retry 50 --retry-delay 1 --retry-connrefused "$url/errors/reference.json" >service_errors.json
"$bin/hostile-errors" export --format json >hostile.json
python3 details.py <hostile.json >hard.json
python3 envelope.py <service_errors.json >enveloped.json

npm install --silent --no-audit --no-fund --no-package-lock
python3 -m venv venv
venv/bin/pip install --quiet 'mypy==2.4.1' 'ruff==0.17.6' 'httpx==0.28.1' 'requests==2.34.2' types-requests

# Python
for reference in service_errors hostile hard enveloped; do
    "$bin/studio-errors" export --format python "$reference.json" >"$reference.py"
done
modules=(service_errors.py hostile.py hard.py enveloped.py)
venv/bin/mypy --strict --no-error-summary "${modules[@]}" client.py details_client.py envelope_client.py
npx pyright --pythonpath venv/bin/python "${modules[@]}" client.py details_client.py envelope_client.py
venv/bin/ruff check --quiet "${modules[@]}"
venv/bin/python details_client.py
venv/bin/python envelope_client.py
venv/bin/python client.py "$url" service_errors hostile hard
