//! The reference as a Python module.

use std::collections::BTreeMap;

use studio_errors::reference::output::terminal;
use studio_errors::reference::{CodeRow, DetailRow, Reference, SetRow};

use super::body::{Places, Step, bodies, code_headers, keys, places};
use super::class_names::{ClassNames, class_names, set_names};
use super::literal::literal;

/// The reference as a module for Python 3.11 or later, without dependencies.
///
/// | item | is |
/// |---|---|
/// | `StudioError` | the base class, named after the catalog: `code`, `message`, `http`, `details`, `request_id`, `retryable`, `resolution`, `properties` |
/// | `QuotaError` | a class for each category, below the base class |
/// | `InsufficientCredits` | a class for each code, below its category; `details` has a type if the code has details |
/// | `CreateOrder` | a [named set](Reference::with_set): a tuple of its classes, for `except CreateOrder` |
/// | `parse(body)` | the error in the body of a response: text, bytes, or what `json()` returns; never raises |
/// | `from_response(response)` | the error of a response of `requests` or `httpx`; never raises |
/// | `raise_for_error(response)` | raises the error of such a response with a status from 400 |
///
/// `from_response` reads what `ErrorBody::from_response` reads in Rust: the envelope, problem details, the code in the header of the catalog for a
/// body without a code, and `Retry-After` as `retry_after`, in seconds. For a body that is none of these, such as the page of a proxy, the
/// code is empty, and the message has the status and the beginning of the body.
///
/// A code that is newer than the module is the base class, and so is a body that is not an error body: its code is empty.
/// For both, `retryable` depends on the status: 408, 425, 429, 500, 502, 503 and 504 are retryable.
///
/// # Names
///
/// | class | name | if the name is a keyword or a builtin of Python, or another class has or wants it |
/// |---|---|---|
/// | base | the prefix, then `Error`: `StudioError` | the prefix, then `ServiceError`: `TimeoutServiceError` |
/// | category | the slug, then `Error`: `QuotaError` | the prefix of the catalog first: `StudioTimeoutError` |
/// | code | the name: `InsufficientCredits` | the name, then the code: `NotFoundStudio1500` |
/// | details | the class of the code, then `Details`: `InsufficientCreditsDetails` | the same, then an underscore |
///
/// The names are given in the order of this table, so a code takes no name from a category. If two codes have the same name,
/// both get the longer one. Characters other than ASCII letters and digits separate words. A name that does not start with a
/// letter gets `Catalog`, `Category` or `Code` in front. If the longer name is taken too, underscores follow it.
///
/// If there are several catalogs, the base class is `ServiceError`, and each catalog has a class below it. The base class of a
/// catalog without a prefix is `ServiceError`.
///
/// ```
/// use studio_errors::catalog::QuotaError;
/// use studio_errors::reference::Reference;
/// use studio_errors_cli::client::to_python;
///
/// let module = to_python(&Reference::of::<QuotaError>());
/// assert!(module.contains("\nclass InsufficientCredits(QuotaError):\n"));
/// ```
#[must_use]
pub fn to_python(reference: &Reference) -> String {
    let names = class_names(reference);
    let mut module = format!(
        "\"\"\"{}, generated from the code by studio-errors.\n\n{ABOUT}\"\"\"\n# fmt: off\n\n\
        import datetime\nimport email.utils\nimport json\nimport re\nimport typing\nfrom collections import abc\n\n{}",
        docstring(&reference.title()),
        exports(reference, &names)
    );
    module += &base(&names.base);
    for class in names.catalogs.values() {
        module +=
            &format!("\n\nclass {class}({}):\n    \"\"\"An error of one catalog of the service.\"\"\"\n", names.base);
    }
    for (category, codes) in by_category(reference) {
        of_category(&mut module, reference, category, &codes, &names);
    }
    module += &sets(reference, &names);
    module += &by_key(reference, &names);
    module += &places_of(reference);
    module += &PARSE.replace("Base", &names.base);
    module
}

const ABOUT: &str = "\
`raise_for_error(response)` raises the error of a `requests` or `httpx` response; `parse(body)` returns it.
Each code is a class below the class of its category. A code that is newer than this module is the base class.

For Python 3.11 or later.
";

fn exports(reference: &Reference, names: &ClassNames<'_>) -> String {
    let mut exports: Vec<&str> = [&names.base]
        .into_iter()
        .chain(names.catalogs.values())
        .chain(names.categories.values())
        .chain(names.codes.values())
        .chain(names.details.values())
        .map(String::as_str)
        .collect();
    exports.extend(["Violation", "from_response", "parse", "raise_for_error"]);
    let sets = named_sets(reference, names);
    exports.extend(sets.iter().map(|(_, name)| name.as_str()));
    exports.sort_unstable();
    let lines: Vec<_> = exports.into_iter().map(|name| format!("    \"{name}\",\n")).collect();
    format!("__all__ = [\n{}]\n", lines.concat())
}

/// The named sets. No set has the name of a class.
fn named_sets<'a>(reference: &'a Reference, names: &ClassNames<'_>) -> Vec<(&'a SetRow, String)> {
    let classes = [&names.base].into_iter().chain(names.catalogs.values()).chain(names.categories.values());
    let classes = classes.chain(names.codes.values()).chain(names.details.values()).map(String::as_str);
    set_names(reference, &classes.chain(["Violation"]).collect::<Vec<_>>())
}

/// A tuple of the classes of each set, for `except` and `isinstance`.
fn sets(reference: &Reference, names: &ClassNames<'_>) -> String {
    let mut module = String::new();
    for (set, name) in named_sets(reference, names) {
        let classes = set.codes.iter().filter_map(|code| names.codes.get(&**code));
        let lines = classes.map(|class| format!("    {class},\n")).collect::<Vec<_>>().concat();
        module += &format!("\n\n{name} = (\n{lines})\n\"\"\"The errors of the set {}.\"\"\"\n", docstring(&set.name));
    }
    module
}

fn base(class: &str) -> String {
    BASE.replace("Base", class)
}

/// `Base` is the name of the base class.
const BASE: &str = r#"
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


class Base(Exception):
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
        """What is not given is as the class states it."""
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
"#;

/// The catalog and the slug of a category.
type Category<'a> = (&'a str, &'a str);

/// The codes of each category, in the order of the first code of each.
fn by_category(reference: &Reference) -> Vec<(Category<'_>, Vec<&CodeRow>)> {
    let mut categories: Vec<(Category<'_>, Vec<&CodeRow>)> = Vec::new();
    let mut places = BTreeMap::new();
    for row in &reference.codes {
        let category = (&*row.catalog, &*row.category);
        let place = *places.entry(category).or_insert(categories.len());
        match categories.get_mut(place) {
            Some((_, codes)) => codes.push(row),
            None => categories.push((category, vec![row])),
        }
    }
    categories
}

fn of_category(
    module: &mut String,
    reference: &Reference,
    category: Category<'_>,
    codes: &[&CodeRow],
    names: &ClassNames<'_>,
) {
    let base = names.catalogs.get(category.0).unwrap_or(&names.base);
    let Some(class) = names.categories.get(&category) else { return };
    let row = reference.categories.iter().find(|row| (&*row.catalog, &*row.slug) == category);
    let title = row.map_or(category.1, |row| &row.title);
    *module += &format!("\n\nclass {class}({base}):\n    \"\"\"{}\"\"\"\n", docstring(title));
    for row in codes {
        code(module, row, class, names);
    }
}

fn code(module: &mut String, row: &CodeRow, category: &str, names: &ClassNames<'_>) {
    let Some(class) = names.codes.get(&*row.code) else { return };
    let details = names.details.get(&*row.code);
    if let Some(details) = details {
        let members: String = row.details.iter().map(member).collect();
        *module += &format!("\n\n{details} = typing.TypedDict(\n    \"{details}\",\n    {{\n{members}    }},\n)\n");
    }
    *module += &format!(
        "\n\nclass {class}({category}):\n    \"\"\"{}\"\"\"\n\n    code = {}\n    message = {}\n    http = {}\n    resolution = {}\n    retryable = {}\n",
        documentation(row),
        literal(&row.code),
        literal(&row.description),
        row.http,
        literal(&row.resolution),
        if row.retryable { "True" } else { "False" },
    );
    let properties: Vec<_> =
        row.properties.iter().map(|(name, value)| format!("{}: {}", literal(name), literal(value))).collect();
    if !properties.is_empty() {
        let properties = properties.join(", ");
        *module += &format!("    properties: typing.ClassVar[abc.Mapping[str, str]] = {{{properties}}}\n");
    }
    if let Some(details) = details {
        *module += &format!(
            "\n    @property\n    def details(self) -> {details}:\n        return typing.cast({details}, self._details)\n"
        );
    }
}

/// The description, the explanation, the resolution, the code, and the deprecation, each a paragraph.
fn documentation(row: &CodeRow) -> String {
    let facts = format!("{}, {}, HTTP {}", row.code, row.name, row.http);
    let deprecated = row.deprecated.as_ref().map(ToString::to_string);
    let explanation = row.explanation.as_deref().unwrap_or_default().trim_end().lines().map(docstring);
    let explanation = explanation.collect::<Vec<_>>().join("\n    ").replace("\n    \n", "\n\n");
    let [description, resolution, facts, deprecated] =
        [&row.description, &row.resolution, &*facts, deprecated.as_deref().unwrap_or_default()]
            .map(|text| docstring(text.trim()));
    let paragraphs = [description, explanation, resolution, facts, deprecated];
    let paragraphs: Vec<_> = paragraphs.into_iter().filter(|text| !text.is_empty()).collect();
    if let [one] = &*paragraphs { one.clone() } else { paragraphs.join("\n\n    ") + "\n    " }
}

/// Text on one line, for a string in three quotes. The text cannot end the string, and cannot start an escape.
fn docstring(text: &str) -> String {
    terminal(text.trim_end()).to_string().replace('\\', "\\\\").replace('"', "\\\"")
}

fn member(detail: &DetailRow) -> String {
    let kind = match &*detail.kind {
        "integer" => "int",
        "number" => "float",
        "string" => "str",
        "boolean" => "bool",
        "array" => "list[typing.Any]",
        "violations" => "list[Violation]",
        _ => "typing.Any",
    };
    let name = literal(&detail.name);
    if detail.optional {
        format!("        {name}: typing.NotRequired[{kind}],\n")
    } else {
        format!("        {name}: {kind},\n")
    }
}

/// The class of each code, by the text that identifies it in a body.
fn by_key(reference: &Reference, names: &ClassNames<'_>) -> String {
    let mut table = format!("\n\n_BY_KEY: dict[str, type[{}]] = {{\n", names.base);
    for (key, code) in keys(reference) {
        if let Some(class) = code.and_then(|code| names.codes.get(code)) {
            table += &format!("    {}: {class},\n", literal(&key));
        }
    }
    table + "}\n"
}

/// The paths of the values in each format of a body.
fn places_of(reference: &Reference) -> String {
    let lines: String = places(&bodies(reference)).iter().map(in_a_line).collect();
    let headers: Vec<_> = code_headers(reference).into_iter().map(literal).collect();
    format!(
        "_PLACES: list[dict[str, tuple[str | int, ...]]] = [\n{lines}]\n_CODE_HEADERS: list[str] = [{}]\n",
        headers.join(", ")
    )
}

fn in_a_line(places: &Places) -> String {
    let place = |(name, steps): &(&str, Vec<Step>)| {
        let steps = steps.iter().map(|step| match step {
            Step::Member(name) => literal(name),
            Step::Element(at) => at.to_string(),
        });
        let steps: Vec<_> = steps.collect();
        // A tuple of one element ends with a comma.
        let comma = if steps.len() == 1 { "," } else { "" };
        format!("\"{name}\": ({}{comma})", steps.join(", "))
    };
    format!("    {{{}}},\n", places.iter().map(place).collect::<Vec<_>>().join(", "))
}

/// `Base` is the name of the base class.
const PARSE: &str = r#"

class _Response(typing.Protocol):
    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> abc.Mapping[str, str]: ...
    @property
    def content(self) -> bytes: ...


def parse(body: object, http: int | None = None) -> Base:
    """Return the error in the body of a response: its text, its bytes, or the value of its JSON.

    `http` is the status of the response, for a body that does not state it. A body that is not an error body is a
    `Base` with an empty code. This function raises nothing.
    """
    return _find(_json(body) if isinstance(body, (str, bytes, bytearray)) else body, http)


def from_response(response: _Response) -> Base:
    """Return the error in a response of `requests` or `httpx`.

    The body has the format of the service, or is problem details, or the code is in a header. A body that is none of
    these is a `Base` with an empty code, whose message has the beginning of the body. This function raises nothing.
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


def _find(body: object, http: int | None, text: bytes | None = None, header: str | None = None) -> Base:
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
        return (error or Base)(
            error.code if error else key,
            values.get("message"),
            values.get("http", http),
            values.get("details"),
            values.get("request_id"),
        )
    return Base(message=f"HTTP {http or 'error'}: {_unreadable(text)}", http=http)


def _unreadable(text: bytes | None) -> str:
    if text is None:
        return "the body is not an error body"
    if not text:
        return "the body is empty"
    beginning = re.sub(r"[\t\n\r\u2028\u2029]", " ", text[:800].decode(errors="replace")[:200])
    hidden = "[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]"
    beginning = re.sub(hidden, lambda found: f"\\u{{{ord(found[0]):x}}}", beginning)
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
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**64:
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
"#;
