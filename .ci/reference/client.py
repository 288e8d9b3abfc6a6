"""Runs the Python module against the example service, whose address is the first argument."""

import copy
import importlib
import json
import pickle
import sys
from pathlib import Path

import httpx
import requests
import service_errors as errors


def images(url: str, wallet: int, prompt: str = "a red fox") -> str:
    """Return how a client handles the response."""
    answers: list[requests.Response | httpx.Response] = [
        requests.post(f"{url}/images", json={"wallet": wallet, "prompt": prompt}, timeout=10),
        httpx.post(f"{url}/images", json={"wallet": wallet, "prompt": prompt}, timeout=10),
    ]
    handled = set[str]()
    for answer in answers:
        try:
            errors.raise_for_error(answer)
            handled.add("painted")
        except errors.InsufficientCredits as error:
            handled.add(f"pay, {error.http}, {error.request_id}")
        except errors.QuotaError as error:
            handled.add(f"wait, {error.retryable}, {error.code}")
        except errors.StudioError as error:
            handled.add(str(error))
    return " | ".join(handled)


def service(url: str) -> None:
    assert images(url, 1) == "painted"
    assert images(url, 2) == "pay, 402, None"
    assert images(url, 3) == "wait, True, STUDIO_1600"
    assert images(url, 1, "") == "STUDIO_1000: `prompt` has 0 characters, and takes 1 to 4000"
    small = {"prompt": "a red fox", "wallet": 1, "size": {"width": 1, "height": 64}}
    invalid = errors.parse(requests.post(f"{url}/images", json=small, timeout=10).content)
    assert isinstance(invalid, errors.ValidationFailed)
    assert [violation["pointer"] for violation in invalid.details["violations"]] == ["/size/width"]
    in_path = errors.parse(requests.get(f"{url}/render/jobs/x", timeout=10).content)
    assert isinstance(in_path, errors.ValidationFailed)
    assert [violation.get("in") for violation in in_path.details["violations"]] == ["path"]
    for accept in ("application/json", "application/problem+json"):
        headers = {"accept": accept, "x-request-id": "01J9"}
        answer = requests.get(f"{url}/render/jobs/8", headers=headers, timeout=10)
        assert answer.headers["content-type"] == accept
        error = errors.parse(answer.text)
        assert type(error) is errors.JobNotFound
        assert (error.message, error.http, error.request_id) == ("Render job does not exist", 404, "01J9")


def bodies() -> None:
    """Unknown codes, missing members, and what is not an error body."""
    newer = errors.parse(b'{"error":{"code":"STUDIO_9","message":"new","http":503,"details":{"a":1},"new":1},"new":2}')
    assert type(newer) is errors.StudioError
    assert (newer.code, newer.message, newer.http, newer.retryable) == ("STUDIO_9", "new", 503, True)
    assert newer.details == {"a": 1}
    for body in (newer, copy.copy(newer), pickle.loads(pickle.dumps(newer))):
        assert (str(body), body.details) == ("STUDIO_9: new", {"a": 1})

    short = errors.parse({"error": {"code": "STUDIO_1601"}}, 418)
    assert type(short) is errors.InsufficientCredits
    assert (short.message, short.http, short.retryable) == (errors.InsufficientCredits.message, 418, False)
    assert short.details == {}
    assert short.request_id is None

    typed = {"code": "STUDIO_1601", "message": 1, "http": True, "details": [], "request_id": 7}
    assert errors.parse({"error": typed}).http == 402

    texts: list[object] = ["", "<html>", b"\xff\xfe", "[" * 100_000, "9" * 5_000, "{}", "[]", '{"error":"x"}']
    for text in [*texts, None, 7, {"error": []}, {"error": {"code": None}}, {"error": {"code": 10**5000}}]:
        for status in (None, 502):
            error = errors.parse(text, status)
            assert type(error) is errors.StudioError
            assert (error.code, error.http, error.retryable) == ("", status or 0, status == 502)
    assert str(errors.parse("<html>", 502)) == "HTTP 502: the body is not an error body"


def texts(name: str) -> None:
    """Every text of the reference is in the module without a change."""
    module = importlib.import_module(name)
    rows = json.loads(Path(f"{name}.json").read_text("utf-8"))["codes"]
    classes = set[type]()
    for row in rows:
        error = module.parse({"error": {"code": row["code"]}})
        classes.add(type(error))
        facts = ("code", "http", "resolution", "retryable")
        assert [getattr(error, fact) for fact in facts] == [row[fact] for fact in facts]
        assert error.message == row["description"]
        assert row["code"] in (type(error).__doc__ or "")
    assert len(classes) == len(rows)
    assert {name for name in vars(module) if not name.startswith("_")} == {*module.__all__, "abc", "datetime", "email", "json", "re", "typing"}


service(sys.argv[1])
bodies()
for reference in sys.argv[2:]:
    texts(reference)
print("Python: the service, unknown codes, missing members and hostile text are as expected")
