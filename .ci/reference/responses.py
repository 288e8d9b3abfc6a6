"""Reads the recorded responses, which the Rust client reads too, with the Python module of the published catalog."""

import json
from pathlib import Path

import headed
import httpx
import published as errors

for recorded in json.loads(Path("responses.json").read_text()):
    name, expected = recorded["name"], recorded.get("error")
    response = httpx.Response(recorded["status"], headers=recorded["headers"], content=recorded["body"].encode())
    error = errors.from_response(response)
    if expected is None:
        assert error.code == "", name
        assert error.http == recorded["status"], name
        assert str(recorded["status"]) in error.message, name
        assert recorded["unreadable"] in error.message, (name, error.message)
        continue
    assert (error.code, error.message, error.http) == (expected["code"], expected["message"], expected["http"]), name
    assert error.details == expected.get("details", {}), name
    assert error.request_id == expected.get("request_id"), name
    assert error.retry_after == expected.get("retry_after"), name

# The code is in a header.
for body in ('{"error":"no credits"}', ""):
    found = headed.from_response(httpx.Response(402, headers={"X-Error-Code": "STUDIO_1601"}, content=body.encode()))
    assert isinstance(found, headed.InsufficientCredits)
    assert found.message == ("no credits" if body else headed.InsufficientCredits.message)
newer = headed.from_response(httpx.Response(503, headers={"X-Error-Code": "STUDIO_1699"}))
assert (newer.code, newer.http, newer.retryable) == ("STUDIO_1699", 503, True)
