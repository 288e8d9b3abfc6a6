"""Adds a path of the example service to the OpenAPI document of its standard input, with every response of the document."""

import json
import sys


def content(title: str, **properties: str) -> object:
    members = {name: {"type": kind} for name, kind in properties.items()}
    schema = {"type": "object", "title": title, "required": list(properties), "properties": members}
    return {"application/json": {"schema": schema}}


document = json.load(sys.stdin)
responses = {name: {"$ref": f"#/components/responses/{name}"} for name in document["components"]["responses"]}
responses["200"] = {"description": "The image", "content": content("Image", image="string")}
request = {"required": True, "content": content("Generate", prompt="string", wallet="integer")}
operation = {"operationId": "create_image", "requestBody": request, "responses": responses}
document["paths"] = {"/images": {"post": operation}}
json.dump(document, sys.stdout)
