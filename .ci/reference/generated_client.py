"""Runs the client of openapi-python-client: against the example service, and with codes and details that are newer than the document."""

import json
import sys

import httpx
from generated import Client
from generated.api.default import create_image
from generated.models import CreateImageGenerate, CreateImageImage

request = CreateImageGenerate(prompt="a red fox", wallet=2)
service = Client(base_url=sys.argv[1])
error = create_image.sync(client=service, body=request)
assert error.error.code == "STUDIO_1601", error
assert error.error.http == 402
request.wallet = 1
assert isinstance(create_image.sync(client=service, body=request), CreateImageImage)

for status, code, http, more in [
    (402, "STUDIO_9999", 402, {}),
    (402, "STUDIO_9999", 499, {"details": {"new": [1]}, "request_id": "01J9", "new": 1}),
    (402, "STUDIO_1601", 402, {"details": {"have": 3, "need": 20}}),
    (402, "STUDIO_1601", 402, {"details": {"have": 3, "new": True}}),
    (451, "STUDIO_9999", 451, {"details": {"new": 1}}),
]:
    body = {"error": {"code": code, "message": "m", "http": http, **more}}
    transport = httpx.MockTransport(lambda _: httpx.Response(status, content=json.dumps(body)))
    client = Client(base_url="http://example.com", httpx_args={"transport": transport}, raise_on_unexpected_status=True)
    error = create_image.sync(client=client, body=request)
    assert error.to_dict() == body, error
    assert error.error.code == code
print("openapi-python-client: newer codes, statuses and details are read")
