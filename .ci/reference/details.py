"""Writes the JSON reference of its standard input with details, and with names that collide."""

import json
import sys

DETAILS = {
    "STUDIO_1601": [("have", "integer", False), ("need", "integer", False), ('"]\n\\', "number", True)],
    "STUDIO_1900": [("violations", "violations", False), ("class", "any", True), ("of", "array", False)],
    "STUDIO_1000": [("prompt", "string", False), ("long", "boolean", True)],
}
NAMES = {
    "STUDIO_1100": "NONE",
    "STUDIO_1101": "TIMEOUT_ERROR",
    "STUDIO_1102": "VIOLATION",
    "STUDIO_1200": "INSUFFICIENT_CREDITS_DETAILS",
    "STUDIO_1602": "NOT_FOUND",
    "STUDIO_1603": "NOT__FOUND",
    "STUDIO_1600": "QUOTA_ERROR",
}
reference = json.load(sys.stdin)
for row in reference["codes"]:
    details = DETAILS.get(row["code"], [])
    if details:
        row["details"] = [{"name": name, "type": kind, "optional": optional} for name, kind, optional in details]
    row["name"] = NAMES.get(row["code"], row["name"])
json.dump(reference, sys.stdout)
