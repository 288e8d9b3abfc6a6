"""Writes the JSON reference of its standard input with the code in a header, and an envelope without a code."""

import json
import sys

reference = json.load(sys.stdin)
for catalog in reference["catalogs"]:
    catalog["envelope"] = '{"error":"{message}"}'
    catalog["code_header"] = "x-error-code"
json.dump(reference, sys.stdout)
