"""Types of details: mypy and pyright check this file, and it runs."""

from hard import InsufficientCredits, InvalidPrompt, QuotaErrorStudio1600, ServiceError, ValidationFailed, parse


def advice(body: object) -> str:
    error = parse(body)
    if isinstance(error, InsufficientCredits):
        missing: int = error.details["need"] - error.details["have"]
        return f"buy {missing} credits"
    if isinstance(error, ValidationFailed):
        violations = error.details["violations"]
        parts: list[str | None] = [violation.get("in") for violation in violations]
        return ", ".join(violation["pointer"] for violation in violations) + f" {parts}"
    if isinstance(error, InvalidPrompt):
        long: bool | None = error.details.get("long")
        return f"{error.details['prompt']} {long}"
    if isinstance(error, QuotaErrorStudio1600):
        return "wait"
    base: ServiceError = error
    return f"{base.code} {base.details.get('any')}"


def refused(error: InsufficientCredits) -> None:
    error.details["other"]  # type: ignore[typeddict-item]  # pyright: ignore[reportGeneralTypeIssues,reportTypedDictNotRequiredAccess]
    text: str = error.details["need"]  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
    print(text)


def body(code: str, **details: object) -> object:
    return {"error": {"code": code, "message": "", "http": 400, "details": details}}


assert advice(body("STUDIO_1601", have=3, need=20)) == "buy 17 credits"
assert advice(body("STUDIO_1900", violations=[{"pointer": "/a", "in": "query", "message": ""}], of=[])) == "/a ['query']"
assert advice(body("STUDIO_1000", prompt="x")) == "x None"
assert advice(body("STUDIO_1600")) == "wait"
assert advice(body("STUDIO_9999", any=1)) == "STUDIO_9999 1"
