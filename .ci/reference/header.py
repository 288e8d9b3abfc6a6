"""Writes the JSON reference of its standard input with the code in a header, and an envelope without a code."""

import json
import sys

reference = json.load(sys.stdin)
reference["envelope"] = '{"error":"{message}"}'
for catalog in reference["catalogs"]:
    catalog["code_header"] = "x-error-code"
json.dump(reference, sys.stdout)
