"""{{ self::docstring(client.reference.title().as_str()) }}, generated from the code by studio-errors.

`raise_for_error(response)` raises the error of a `requests` or `httpx` response; `parse(body)` returns it.
Each code is a class below the class of its category. A code that is newer than this module is the base class.

For Python 3.11 or later.
"""
# fmt: off

import datetime
import email.utils
import json
import re
import typing
from collections import abc

__all__ = [
{% for name in self::exports(client) %}    "{{ name }}",
{% endfor %}]

_RETRYABLE = frozenset({408, 425, 429, 500, 502, 503, 504})


Violation = typing.TypedDict(
    "Violation",
    {
        "pointer": str,
        "in": typing.NotRequired[str],
        "rule": typing.NotRequired[str],
        "message": str,
    },
)
"""One invalid value of a request. `in` is the part of the request: `body`, `query`, `path` or `header`."""


class {{ client.names.base }}(Exception):
    """An error of the service: any code, also one that is newer than this module."""

    code: str = ""
    """The code to match on; empty if the body is not an error body."""
    message: str = ""
    """What happened, for people."""
    http: int = 0
    """The HTTP status."""
    resolution: str = ""
    """What the client can do about it; empty if nothing is stated."""
    properties: typing.ClassVar[abc.Mapping[str, str]] = {}
    """The other facts of the code, by name."""
    retryable: bool = False
    """Whether the same request may succeed later."""
    request_id: str | None = None
    """The id of the request in the logs of the service, if the service states one."""
    retry_after: float | None = None
    """The seconds of the header `Retry-After`, if `from_response` has read the error."""

    def __init__(
        self,
        code: str | None = None,
        message: str | None = None,
        http: int | None = None,
        details: abc.Mapping[str, typing.Any] | None = None,
        request_id: str | None = None,
    ) -> None:
        """An argument that is not given has the value that the class states."""
        super().__init__(code, message, http, details, request_id)
        known = bool(type(self).code)
        if code is not None:
            self.code = code
        if message is not None:
            self.message = message
        if http is not None:
            self.http = http
        self._details: abc.Mapping[str, typing.Any] = {} if details is None else details
        self.request_id = request_id
        if not known:
            self.retryable = self.http in _RETRYABLE

    @property
    def details(self) -> abc.Mapping[str, typing.Any]:
        """The values of this error; empty if there are none."""
        return self._details

    def __str__(self) -> str:
        return ": ".join(text for text in (self.code, self.message) if text)
{% for class in client.names.catalogs.values() %}

class {{ class }}({{ client.names.base }}):
    """An error of one catalog of the service."""
{% endfor %}{% for (prefix, slug, category) in client.categories() %}

class {{ category }}({{ client.names.catalog(prefix) }}):
    """{{ self::docstring(client.title(prefix, slug)) }}"""
{% for (row, class, details) in client.codes(prefix, slug) %}{% if let Some(details) = details %}

{{ details }} = typing.TypedDict(
    "{{ details }}",
    {
{% for detail in row.details %}        {{ self::literal(&detail.name) }}: {{ self::kind(detail) }},
{% endfor %}    },
)
{% endif %}

class {{ class }}({{ category }}):
    """{{ self::documentation(row) }}"""

    code = {{ self::literal(&row.code) }}
    message = {{ self::literal(&row.description) }}
    http = {{ row.http }}
    resolution = {{ self::literal(&row.resolution) }}
    retryable = {% if row.retryable %}True{% else %}False{% endif %}
{% if !row.properties.is_empty() %}    properties: typing.ClassVar[abc.Mapping[str, str]] = { {{- self::members(&row.properties) -}} }
{% endif %}{% if let Some(details) = details %}
    @property
    def details(self) -> {{ details }}:
        return typing.cast({{ details }}, self._details)
{% endif %}{% endfor %}{% endfor %}{% for (set, name) in client.sets %}

{{ name }} = (
{% for code in set.codes %}{% if let Some(class) = client.names.code(code) %}    {{ class }},
{% endif %}{% endfor %})
"""The errors of the set {{ self::docstring(&set.name) }}."""
{% endfor %}

_BY_KEY: dict[str, type[{{ client.names.base }}]] = {
{% for (key, code) in client.keys %}{% if let Some(class) = client.names.code(code) %}    {{ self::literal(key) }}: {{ class }},
{% endif %}{% endfor %}}
_PLACES: list[dict[str, tuple[str | int, ...]]] = [
{% for places in client.places %}    { {%- for (name, steps) in places %}{% if !loop.first %}, {% endif %}"{{ name }}": ({{ steps.join(", ") }}{% if steps.len() == 1 %},{% endif %}){% endfor -%} },
{% endfor %}]
_CODE_HEADERS: list[str] = [{% for name in client.headers %}{% if !loop.first %}, {% endif %}{{ self::literal(name) }}{% endfor %}]


class _Response(typing.Protocol):
    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> abc.Mapping[str, str]: ...
    @property
    def content(self) -> bytes: ...


def parse(body: object, http: int | None = None) -> {{ client.names.base }}:
    """Return the error in the body of a response: its text, its bytes, or the value of its JSON.

    `http` is the status of the response, for a body that does not state it. A body that is not an error body is a
    `{{ client.names.base }}` with an empty code. This function raises nothing.
    """
    return _find(_json(body) if isinstance(body, (str, bytes, bytearray)) else body, http)


def from_response(response: _Response) -> {{ client.names.base }}:
    """Return the error in a response of `requests` or `httpx`.

    The body has the format of the service, or is problem details, or the code is in a header. A body that is none of
    these is a `{{ client.names.base }}` with an empty code, whose message has the beginning of the body. This function raises nothing.
    """
    header = next((code for name in _CODE_HEADERS if (code := response.headers.get(name))), None)
    error = _find(_json(response.content), response.status_code, response.content, header)
    error.retry_after = _seconds(response.headers)
    return error


def _json(body: str | bytes | bytearray) -> object:
    try:
        return typing.cast("object", json.loads(body))
    except (ValueError, RecursionError):
        return None


def _find(body: object, http: int | None, text: bytes | None = None, header: str | None = None) -> {{ client.names.base }}:
    """`text` is the body of a response, whose error body has a message. `header` is the code in a header."""
    # The body has the format in which the most values are found.
    bodies = [_Values()]
    for places in _PLACES:
        found = _values(body, places)
        if text is None or "key" not in found or "message" not in places or "message" in found:
            bodies.append(found)
    if header is not None:
        for found in bodies:
            found.setdefault("key", header)
    values = max(bodies, key=lambda values: (values.get("key") in _BY_KEY, "key" in values, len(values)))
    if "key" in values:
        key = values["key"]
        error = _BY_KEY.get(key)
        return (error or {{ client.names.base }})(
            error.code if error else key,
            values.get("message"),
            values.get("http", http),
            values.get("details"),
            values.get("request_id"),
        )
    return {{ client.names.base }}(message=f"HTTP {http or 'error'}: {_unreadable(text)}", http=http)


def _unreadable(text: bytes | None) -> str:
    if text is None:
        return "the body is not an error body"
    if not text:
        return "the body is empty"
    beginning = re.sub(r"[\t\n\r\u2028\u2029]", " ", text[:800].decode(errors="replace")[:200])
    hidden = "[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]"
    {% raw %}beginning = re.sub(hidden, lambda found: f"\\u{{{ord(found[0]):x}}}", beginning){% endraw %}
    return f"the body is not an error body: {beginning}"


def _seconds(headers: abc.Mapping[str, str]) -> float | None:
    """The seconds of `Retry-After`. A date is relative to the clock of the service, or else to that of this machine."""
    wait = (headers.get("retry-after") or "").strip()
    if wait.isascii() and wait.isdigit():
        return float(min(int(wait[:12]), 2147483648))
    end = _date(wait)
    if end is None:
        return None
    now = _date(headers.get("date") or "") or datetime.datetime.now(datetime.UTC)
    return max(0.0, (end - now).total_seconds())


def _date(text: str) -> datetime.datetime | None:
    try:
        date = email.utils.parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=datetime.UTC)


def raise_for_error(response: _Response) -> None:
    """Raise the error of a response of `requests` or `httpx` if its status is 400 or more.

    The body of a streamed response of `httpx` must be read before.
    """
    if response.status_code >= 400:
        raise from_response(response)


class _Values(typing.TypedDict, total=False):
    key: str
    message: str
    http: int
    details: dict[str, typing.Any]
    request_id: str


def _values(body: object, places: dict[str, tuple[str | int, ...]]) -> _Values:
    """The values of a body in one format, without those that have another type."""
    found = {name: _at(body, path) for name, path in places.items()}
    values = _Values()
    key = _text(found.get("key"))
    if key is not None:
        values["key"] = key
    message = found.get("message")
    if isinstance(message, str):
        values["message"] = message
    http = _text(found.get("http"))
    if http is not None and http.isascii() and http.isdigit() and len(http) == 3:
        values["http"] = int(http)
    details = found.get("details")
    if isinstance(details, dict):
        values["details"] = typing.cast("dict[str, typing.Any]", details)
    request_id = found.get("request_id")
    if isinstance(request_id, str):
        values["request_id"] = request_id
    return values


def _text(value: object) -> str | None:
    """The text of a string or a number."""
    if isinstance(value, int) and not isinstance(value, bool) and -(2**63) <= value < 2**63:
        return str(value)
    return value if isinstance(value, str) else None


def _at(value: object, path: tuple[str | int, ...]) -> object:
    for step in path:
        if isinstance(step, str) and isinstance(value, dict):
            value = typing.cast("dict[str, object]", value).get(step)
        elif isinstance(step, int) and isinstance(value, list):
            elements = typing.cast("list[object]", value)
            value = elements[step] if step < len(elements) else None
        else:
            return None
    return value

