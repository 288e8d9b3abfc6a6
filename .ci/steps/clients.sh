# The clients in other languages are made from the JSON reference that the example service sends, and run against the service. An
# independent validator, generators, compilers and type checkers accept the OpenAPI document and the modules, also with hostile text.
set -euo pipefail
command -v npm >/dev/null || { echo 'error: `npm` is missing; install Node.js 20 or later' >&2; exit 1; }
port=3918
url=http://127.0.0.1:$port
cargo build --quiet --workspace --bins --tests
bin=$(realpath "${CARGO_TARGET_DIR:-target}")/debug
work=$(mktemp -d)
"$bin/service" "127.0.0.1:$port" >/dev/null 2>&1 &
service=$!
trap 'kill $service; rm -rf "$work"' EXIT
cp .ci/reference/* tests/tests/body/responses.json "$work"
cd "$work"

npm install --silent --no-audit --no-fund --no-package-lock &
npm=$!
python3 -m venv venv
venv/bin/pip install --quiet 'openapi-spec-validator>=0.7,<0.9' 'openapi-python-client==0.29.1' 'mypy==2.4.1' 'ruff==0.17.6' \
    'httpx==0.28.1' 'requests==2.34.2' types-requests
wait $npm

curl -sf --retry 50 --retry-delay 1 --retry-connrefused "$url/errors/reference.json" >service_errors.json
"$bin/service-cli" export --format json >wallet.json
"$bin/hostile-errors" export --format json >hostile.json
python3 details.py <hostile.json >hard.json
python3 envelope.py <service_errors.json >enveloped.json
"$bin/studio-errors" export --format json >published.json
python3 header.py <published.json >headed.json
names=(service_errors wallet hostile hard enveloped published headed)
for name in "${names[@]}"; do
    "$bin/studio-errors" export --format python "$name.json" >"$name.py"
    "$bin/studio-errors" export --format typescript "$name.json" >"$name.ts"
    "$bin/studio-errors" export --format openapi --title "$name" --version 2.1.0 --server "$url" "$name.json" >"$name-openapi.json"
done

# OpenAPI
venv/bin/python validate.py "${names[@]/%/-openapi.json}"
python3 paths.py <hard-openapi.json >hard-api.json
python3 paths.py <service_errors-openapi.json >api.json
for document in hard-api.json api.json; do
    rm -rf generated
    PATH=$work/venv/bin:$PATH venv/bin/openapi-python-client generate --path $document --output-path generated --meta none \
        --fail-on-warning >generated.txt || { cat generated.txt; exit 1; }
done
venv/bin/python generated_client.py "$url"

# TypeScript
npx openapi-typescript hard-api.json --output hard-openapi.d.ts >/dev/null
npx openapi-typescript wallet-openapi.json --output openapi.d.ts >/dev/null
options=(--strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes --target es2020 --module nodenext --lib es2022)
npx tsc "${options[@]}" codes.ts hard-openapi.d.ts "${names[@]/%/.ts}"
# The modules need only the library of ES5.
npx tsc --strict --target es5 --lib es5 --noEmit "${names[@]/%/.ts}"
PAGES=$work SERVICE=$url node --test --test-reporter spec codes.test.mjs responses.test.mjs
# A `switch` that omits a code does not compile.
sed 's/| "STUDIO_1600"/| "STUDIO_1699" &/' wallet.ts >more.ts && mv more.ts wallet.ts
if npx tsc "${options[@]}" --noEmit codes.ts >refused.txt; then
    echo 'a `switch` that omits a code compiles'
    exit 1
fi
grep -F 'codes.ts' refused.txt | grep -F "is not assignable to type 'never'"

# Python
modules=("${names[@]/%/.py}")
clients=(client.py details_client.py envelope_client.py responses.py)
venv/bin/mypy --strict --no-error-summary "${modules[@]}" "${clients[@]}"
npx pyright --pythonpath venv/bin/python "${modules[@]}" "${clients[@]}"
venv/bin/ruff check --quiet "${modules[@]}"
venv/bin/python details_client.py
venv/bin/python envelope_client.py
venv/bin/python responses.py
venv/bin/python client.py "$url" service_errors hostile hard
