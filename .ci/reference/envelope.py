"""Writes the JSON reference of its standard input with the envelope of an existing API."""

import json
import sys

reference = json.load(sys.stdin)
for catalog in reference["catalogs"]:
    catalog["envelope"] = (
        '{"ok":false,"errors":[{"code":{number},"status":"{http}","text":"{message}","meta":{details}}],"id":"{request_id}"}'
    )
json.dump(reference, sys.stdout)
