# An independent validator accepts the JSON reference with its JSON Schema, and rejects broken references.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet 'jsonschema>=4.23,<5'
cargo build --quiet --workspace --bins --tests
"${CARGO_TARGET_DIR:-target}/debug/studio-errors" export --format json >"$work/reference.json"
"$work/venv/bin/python" - "$work/reference.json" studio-errors/schema/error-codes-2.json <<'PYTHON'
import copy, json, sys
from jsonschema import Draft202012Validator

reference, schema = (json.load(open(path)) for path in sys.argv[1:])
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
assert schema["$id"] == schema["properties"]["$schema"]["const"] == reference["$schema"]
reference["reserved"] = [{"catalog": "STUDIO", "first": 1604, "last": 1604}]
reference["codes"][1]["deprecated"] = {"since": "2.0.0", "note": "use STUDIO_1000"}
reference["codes"][1]["grpc"] = "already_exists"
reference["codes"][1]["details"] = [{"name": "need", "type": "integer", "optional": False}]
validator.validate(reference)

def broken(*path, value):
    copied = copy.deepcopy(reference)
    place = copied
    for step in path[:-1]:
        place = place[step]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return copied

cases = [
    broken("$schema", value="https://example.com/other.json"),
    broken("codes", value=None),
    broken("reserved", value=None),
    broken("more", value=1),
    broken("codes", 0, "more", value=1),
    broken("codes", 0, "number", value=9223372036854775808),
    broken("codes", 0, "number", value="1000"),
    broken("codes", 0, "http", value=200),
    broken("codes", 0, "http", value=None),
    broken("codes", 0, "name", value="invalidPrompt"),
    broken("codes", 0, "code", value="STUDIO 1000"),
    broken("codes", 0, "code", value="studio_1000"),
    broken("codes", 0, "catalog", value=None),
    broken("codes", 0, "retryable", value=None),
    broken("codes", 0, "retryable", value="yes"),
    broken("codes", 0, "deprecated", value={"reason": "old"}),
    broken("codes", 1, "grpc", value="ok"),
    broken("codes", 1, "details", value=[]),
    broken("codes", 1, "details", 0, "type", value="int"),
    broken("catalogs", value=None),
    broken("catalogs", 0, "width", value=20),
    broken("catalogs", 0, "separator", value="1"),
    broken("codes", 0, "description", value=""),
    broken("codes", 0, "resolution", value=None),
    broken("codes", 1, value=reference["codes"][0]),
    broken("categories", 0, "ranges", value=[]),
    broken("categories", 0, "ranges", 0, "last", value=1099.5),
    broken("reserved", 0, "catalog", value="studio"),
]
for case in cases:
    assert not validator.is_valid(case), case
print(f"{len(reference['codes'])} codes are valid, {len(cases)} broken references are refused")
PYTHON
