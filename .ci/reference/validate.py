"""An independent validator accepts the OpenAPI documents in the arguments, and their schemas accept newer codes."""

import copy
import json
import sys

from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator, validate

for path in sys.argv[1:]:
    with open(path) as file:
        document = json.load(file)
    validate(document, cls=OpenAPIV31SpecValidator)
    responses = document["components"]["responses"]
    known = [code["const"] for code in document["components"]["schemas"]["ErrorCode"]["anyOf"][0]["oneOf"]]
    examples = []
    for status, response in responses.items():
        content = response["content"]["application/json"]
        schema = Draft202012Validator(content["schema"])
        problem = Draft202012Validator(response["content"]["application/problem+json"]["schema"])
        problem.validate({"type": "about:blank", "title": "T", "status": 418, "detail": "D", "code": "OTHER_1"})
        for code, example in content.get("examples", {}).items():
            schema.validate(example["value"])
            examples.append(code)
            error = example["value"].get("error")
            # Another envelope.
            if not isinstance(error, dict):
                continue
            assert (error["code"], str(error["http"])) == (code, status)
            newer = {**error, "code": "OTHER_1", "http": 418, "details": {"new": [1]}, "new": 1}
            assert schema.is_valid({"error": newer})
            for broken in ({"code": 7}, {"http": "402"}, {"details": 7}, {"request_id": 7}):
                assert not schema.is_valid({"error": {**newer, **broken}})
            newer.pop("message")
            assert not schema.is_valid({"error": newer})
    assert sorted(examples) == sorted(known)
    print(f"{path}: {len(examples)} examples in {len(responses)} responses are valid")

broken = copy.deepcopy(document)
broken["info"].pop("title")
try:
    validate(broken, cls=OpenAPIV31SpecValidator)
except Exception:
    pass
else:
    raise SystemExit("the validator accepts anything")
