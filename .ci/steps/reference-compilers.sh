# An independent validator and a generator accept the OpenAPI document, and the TypeScript compiler accepts the module.
set -euo pipefail
command -v npm >/dev/null || { echo 'error: `npm` is missing; install Node.js 20 or later' >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo build --quiet -p studio-errors --features cli --bin studio-errors
cargo build --quiet -p service-cli
cargo build --quiet -p studio-errors-tests --bins
bin=${CARGO_TARGET_DIR:-target}/debug
"$bin/studio-errors" export --format openapi >"$work/studio.json"
"$bin/hostile-errors" export --format openapi >"$work/hostile-openapi.json"
"$bin/hostile-errors" export --format json >"$work/hostile.json"
"$bin/hostile-errors" export --format typescript >"$work/hostile.ts"
"$bin/service-cli" export --format openapi >"$work/wallet.json"
"$bin/service-cli" export --format typescript >"$work/wallet.ts"
cp .ci/reference/* "$work"
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet 'openapi-spec-validator>=0.7,<0.9'
venv/bin/python - studio.json hostile-openapi.json wallet.json <<'PYTHON'
import copy, json, sys
from openapi_spec_validator import OpenAPIV31SpecValidator, validate
from jsonschema import Draft202012Validator

for path in sys.argv[1:]:
    document = json.load(open(path))
    validate(document, cls=OpenAPIV31SpecValidator)
    responses = document["components"]["responses"]
    examples = 0
    for status, response in responses.items():
        content = response["content"]["application/json"]
        problem = Draft202012Validator(response["content"]["application/problem+json"]["schema"])
        problem.validate({"type": "about:blank", "title": "T", "status": 418, "detail": "D", "code": "OTHER_1"})
        schema = Draft202012Validator(content["schema"])
        if status == "default":
            assert not content.get("examples")
            continue
        for code, example in content["examples"].items():
            schema.validate(example["value"])
            assert example["value"]["error"]["code"] == code
            assert str(example["value"]["error"]["http"]) == status
            newer = {**example["value"]["error"], "code": "OTHER_1", "http": 418, "details": {"new": [1]}, "new": 1}
            assert schema.is_valid({"error": newer})
            for broken in ({"code": 7}, {"http": "402"}, {"details": 7}, {"request_id": 7}):
                assert not schema.is_valid({"error": {**newer, **broken}})
            newer.pop("message")
            assert not schema.is_valid({"error": newer})
            examples += 1
    assert examples == len(document["components"]["schemas"]["ErrorCode"]["anyOf"][0]["enum"])
    print(f"{path}: {examples} examples in {len(responses)} responses are valid")

broken = copy.deepcopy(document)
broken["info"].pop("title")
try:
    validate(broken, cls=OpenAPIV31SpecValidator)
except Exception:
    pass
else:
    raise SystemExit("the validator accepts anything")
PYTHON

npm install --silent --no-audit --no-fund --no-package-lock
npx openapi-typescript wallet.json --output openapi.d.ts >/dev/null
options=(--strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes --target es2020 --module nodenext)
npx tsc "${options[@]}" codes.ts hostile.ts
PAGES=$work node --test --test-reporter spec codes.test.mjs
# A `switch` that omits a code does not compile.
sed 's/| "STUDIO_1600"/| "STUDIO_1699" &/' wallet.ts >more.ts && mv more.ts wallet.ts
if npx tsc "${options[@]}" --noEmit codes.ts >refused.txt; then
    echo 'a `switch` that omits a code compiles'
    exit 1
fi
grep -F "Type '\"STUDIO_1699\"' is not assignable to type 'never'" refused.txt
