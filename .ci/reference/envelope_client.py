"""Reads bodies of the envelope of an existing API."""

from enveloped import InsufficientCredits, JobNotFound, StudioError, parse


def body(code: object) -> object:
    error = {"code": code, "status": "402", "text": "no credits", "meta": {"need": 20}}
    return {"ok": False, "errors": [error], "id": "01J9"}


known = parse(body(1601))
assert type(known) is InsufficientCredits
assert (known.code, known.message, known.http, known.request_id) == ("STUDIO_1601", "no credits", 402, "01J9")
assert known.details == {"need": 20}
assert parse(body(-32000)).code == "-32000"
newer = parse(body(9999))
assert type(newer) is StudioError
assert (newer.code, newer.http, newer.retryable) == ("9999", 402, False)
problem = {"type": "about:blank", "title": "T", "status": 404, "detail": "gone", "code": "STUDIO_1500"}
gone = parse(problem)
assert type(gone) is JobNotFound
assert (gone.message, gone.http) == ("gone", 404)
for other in ({"errors": []}, {"errors": [7]}, {"errors": {"0": {"code": 1601}}}, {"error": {"code": "STUDIO_1601"}}, body(True)):
    assert type(parse(other)) is StudioError, other
