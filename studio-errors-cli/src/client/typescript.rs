//! The reference as a TypeScript module.

use studio_errors::reference::output::terminal;
use studio_errors::reference::{BodyPart, CodeRow, DetailRow, Reference, SetRow};

use super::body::{Places, Step, bodies, code_headers, keys, places};
use super::class_names::{class_names, set_names};
use super::literal::literal;

/// The reference as a TypeScript module without imports.
///
/// | export | is |
/// |---|---|
/// | `fromResponse(response, body)` | the error in a response of `fetch` and the text of its body; never throws |
/// | `parse(body)` | the error in the body of a response: JSON text, or the value of the JSON; never throws |
/// | `StudioError` | the type of an error, named after the catalog: the union of `KnownError` and `UnknownError`, distinguished by `known` |
/// | `KnownError` | an error with a code of this module: a `switch` over its `code` is exhaustive, and each code has its own `details` |
/// | `UnknownError` | an error with any other code |
/// | `ErrorCode` | the union of the codes |
/// | `ErrorDetails` | the details of each code that has some |
/// | `ErrorBody` | the error body |
/// | `ERRORS` | for each code its `http`, `retryable`, `name`, `category`, `description`, `resolution` and, if it has some, `properties`; the explanation is its comment, and a deprecated code has `@deprecated` |
/// | `CreateOrder`, `CreateOrderCode` | a [named set](Reference::with_set): an error with one of its codes or a newer one, and its codes |
/// | `isErrorCode` | whether a string is one of the codes: a server can be newer than its client |
///
/// An error has `known`, `code`, `message`, `http`, `details`, `retryable` and `request_id`. If a member is missing in the body, the
/// value is that of the code. `details` is not checked. If it is missing, it is an empty object. A body that is not an error body
/// becomes an `UnknownError` with an empty code. The `retryable` of an `UnknownError` depends on the status, as in
/// [`to_python`](super::to_python). That page also documents the names in a module with several catalogs.
///
/// `fromResponse` reads what `ErrorBody::from_response` reads in Rust: the envelope, problem details, the code in the header of the catalog for a
/// body without a code, and `Retry-After` as `retry_after`, in seconds. For a body that is none of these, such as the page of a proxy, the
/// code is empty, and the message has the status and the beginning of the body.
///
/// Codes are the keys, so two codes can share a name.
///
/// ```
/// use studio_errors::catalog::QuotaError;
/// use studio_errors::reference::Reference;
/// use studio_errors_cli::client::to_typescript;
///
/// let module = to_typescript(&Reference::of::<QuotaError>());
/// assert!(module.contains(r#"  | "STUDIO_1601""#));
/// ```
#[must_use]
pub fn to_typescript(reference: &Reference) -> String {
    let rows = &reference.codes;
    let bodies = bodies(reference);
    let base = class_names(reference).base;
    let codes: Vec<_> = rows.iter().map(|row| format!("\n  | {}", literal(&row.code))).collect();
    let codes = if codes.is_empty() { " never".into() } else { codes.concat() };
    let body: Vec<_> = bodies.iter().map(|body| format!("\n  | {}", type_of(body, "    "))).collect();
    let body = if body.is_empty() { " unknown".into() } else { body.concat() };
    let details: Vec<_> = rows.iter().filter_map(details).collect();
    let facts: Vec<_> = rows.iter().map(facts).collect();
    let places: Vec<_> = places(&bodies).iter().map(in_a_line).collect();
    let sets: String = set_names(reference, &[TYPE_NAMES, &[&base]].concat())
        .into_iter()
        .map(|(set, name)| of_set(set, &name))
        .collect();
    format!(
        "// {}, generated from the code by studio-errors.\n\n\
        /** The codes that this module knows. */\nexport type ErrorCode ={codes};\n\n\
        /** The body of every error response. */\nexport type ErrorBody ={body};\n\n\
        /** The details of each code that has some. */\nexport interface ErrorDetails {{\n{}}}\n\n\
        /** An error of the service. `known` is whether this module knows its code, which can be newer. */\n\
        export type {base} = KnownError | UnknownError;\n\
        {TYPES}{}{TABLE}{}}};\n\n{sets}\
        /** Where each format of a body has its values. */\n\
        const PLACES: readonly Places[] = [\n{}];\n\n\
        /** The headers that contain the code. */\n\
        const CODE_HEADERS: readonly string[] = [{}];\n{}",
        terminal(&reference.title()),
        details.concat(),
        facts.concat(),
        codes_by_key(reference),
        places.concat(),
        code_headers(reference).iter().map(|name| literal(name)).collect::<Vec<_>>().join(", "),
        PARSE.replace("Base", &base),
    )
}

/// The names of types that a set cannot have: the other types of a module, those that it uses, and those of the language.
const TYPE_NAMES: &[&str] = &[
    "AnyDetails",
    "AnyError",
    "AnyResponse",
    "ErrorBody",
    "ErrorCode",
    "ErrorDetails",
    "ErrorFacts",
    "KnownError",
    "KnownErrorOf",
    "Partial",
    "Path",
    "Places",
    "Readonly",
    "Record",
    "UnknownError",
    "Values",
    "Violation",
    "any",
    "bigint",
    "boolean",
    "never",
    "null",
    "number",
    "object",
    "string",
    "symbol",
    "undefined",
    "unknown",
    "void",
];

/// The types of a named set: its codes, and an error with one of them or with a newer code.
fn of_set(set: &SetRow, name: &str) -> String {
    let codes: Vec<_> = set.codes.iter().map(|code| format!("\n  | {}", literal(code))).collect();
    let codes = if codes.is_empty() { " never".into() } else { codes.concat() };
    format!(
        "/** The codes of the set {}. */\nexport type {name}Code ={codes};\n\n\
        /** An error of the set {}, or one that is newer than this module. */\n\
        export type {name} = {{ [Code in {name}Code]: KnownErrorOf<Code> }}[{name}Code] | UnknownError;\n\n",
        terminal(&set.name),
        terminal(&set.name),
    )
}

/// The code for each key that is not the code itself. A number that two catalogs share is omitted.
fn codes_by_key(reference: &Reference) -> String {
    let keys = keys(reference).into_iter().filter_map(|(key, code)| Some((code.filter(|code| *code != key)?, key)));
    keys.map(|(code, key)| format!("  {}: {},\n", literal(&key), literal(code))).collect::<Vec<_>>().concat()
}

const TYPES: &str = "
/** An error with one of the codes of this module: a `switch` over `code` is exhaustive. */
export type KnownError = { [Code in ErrorCode]: KnownErrorOf<Code> }[ErrorCode];

/** What every error has. */
interface AnyError {
  /** What happened, for people. */
  readonly message: string;
  /** The HTTP status; 0 if it is not known. */
  readonly http: number;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** The id of the request in the logs of the service, if the service states one. */
  readonly request_id?: string | undefined;
  /** The seconds of the header `Retry-After`, if `fromResponse` has read the error. */
  readonly retry_after?: number | undefined;
}

/** An error with this code. */
export interface KnownErrorOf<Code extends ErrorCode> extends AnyError {
  readonly known: true;
  readonly code: Code;
  /** The values of this error, as the service sends them. */
  readonly details: Code extends keyof ErrorDetails ? ErrorDetails[Code] : AnyDetails;
}

/** An error with a code that is newer than this module. The code is empty if the body is not an error body. */
export interface UnknownError extends AnyError {
  readonly known: false;
  readonly code: string;
  /** The values of this error, as the service sends them. */
  readonly details: AnyDetails;
}

export type AnyDetails = Readonly<Record<string, unknown>>;

/** One invalid value of a request. */
export interface Violation {
  /** The field, as a JSON pointer (RFC 6901). */
  readonly pointer: string;
  /** The part of the request: `body`, `query`, `path` or `header`. */
  readonly in?: string;
  /** The rule that the field breaks. */
  readonly rule?: string;
  /** What is wrong, for people. */
  readonly message: string;
}

/** The facts of one code. */
export interface ErrorFacts {
  readonly http: number;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  readonly name: string;
  readonly category: string;
  readonly description: string;
  /** What the client can do about it; empty if nothing is stated. */
  readonly resolution: string;
  /** The other facts of the code, by name. */
  readonly properties?: Readonly<Record<string, string>>;
}

export const ERRORS = {
";

const TABLE: &str = "\
} as const satisfies Readonly<Record<ErrorCode, ErrorFacts>>;

/** Whether `code` is one of the codes of this module. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.prototype.hasOwnProperty.call(ERRORS, code);
}

type Path = readonly (string | number)[];
type Places = Readonly<Partial<Record<\"key\" | \"message\" | \"http\" | \"details\" | \"request_id\", Path>>>;

/** The code of each key of a body that is not the code itself. */
const CODES: Readonly<Record<string, ErrorCode>> = {
";

/// `Base` is the name of the type of an error.
const PARSE: &str = r#"
/**
 * Returns the error in the body of a response: the text of its JSON, or the value of its JSON.
 *
 * `http` is the status of the response, for a body that does not state it. A body that is not an error body is an error with an
 * empty code. This function throws nothing.
 */
export function parse(body: unknown, http?: number): Base {
  return find(typeof body === "string" ? fromJson(body) : body, http);
}

/** The parts of a response of `fetch` that are read. */
export interface AnyResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
}

/**
 * Returns the error in a response, whose body is this text: in the format of the service, as problem details, or with the code in a
 * header. A body that is none of these is an error with an empty code, whose message has the beginning of the body.
 *
 * This function throws nothing.
 */
export function fromResponse(response: AnyResponse, body: string): Base {
  let header: string | undefined;
  for (const name of CODE_HEADERS) header = header ?? (response.headers.get(name) || undefined);
  return { ...find(fromJson(body), response.status, body, header), retry_after: seconds(response.headers) };
}

/** `text` is the text of a response, whose error body has a message. `header` is the code in a header. */
function find(json: unknown, http?: number, text?: string, header?: string): Base {
  // The format of the body is the one in which most values are found.
  let values: Values = header === undefined ? {} : { key: header };
  for (const places of PLACES) {
    const found = read(json, places);
    if (found.key !== undefined && text !== undefined && places.message !== undefined && found.message === undefined) continue;
    const other = found.key === undefined ? { ...found, key: header } : found;
    if (score(other) > score(values)) values = other;
  }
  const { key, message, details, request_id } = values;
  const code = key === undefined ? undefined : codeOf(key);
  if (code !== undefined) {
    const facts: ErrorFacts = ERRORS[code];
    const error: KnownErrorOf<ErrorCode> = {
      known: true,
      code,
      message: message ?? facts.description,
      http: values.http ?? http ?? facts.http,
      details: (details ?? {}) as KnownError["details"],
      retryable: facts.retryable,
      request_id,
    };
    return error as KnownError;
  }
  const status = (key === undefined ? undefined : values.http) ?? http ?? 0;
  return {
    known: false,
    code: key ?? "",
    message: key === undefined ? `HTTP ${http ?? "error"}: ${unreadable(text)}` : (message ?? ""),
    http: status,
    details: (key === undefined ? undefined : details) ?? {},
    retryable: [408, 425, 429, 500, 502, 503, 504].indexOf(status) !== -1,
    request_id: key === undefined ? undefined : request_id,
  };
}

interface Values {
  readonly key?: string | undefined;
  readonly message?: string | undefined;
  readonly http?: number | undefined;
  readonly details?: AnyDetails | undefined;
  readonly request_id?: string | undefined;
}

/** The values of a body in one format, without those that have another type. */
function read(body: unknown, places: Places): Values {
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  const key = at(body, places.key);
  const status = at(body, places.http);
  const http = typeof status === "number" || typeof status === "string" ? Number(status) : NaN;
  const details = at(body, places.details);
  return {
    key: typeof key === "number" && isInteger(key) ? String(key) : text(key),
    message: text(at(body, places.message)),
    http: isInteger(http) && http >= 100 && http <= 999 ? http : undefined,
    details: isObject(details) ? details : undefined,
    request_id: text(at(body, places.request_id)),
  };
}

function unreadable(text?: string): string {
  if (text === undefined) return "the body is not an error body";
  if (text === "") return "the body is empty";
  const hidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
  const shown = (c: string) => (/[\t\n\r\u2028\u2029]/.test(c) ? " " : `\\u{${c.charCodeAt(0).toString(16)}}`);
  return `the body is not an error body: ${text.slice(0, 200).replace(hidden, shown)}`;
}

/** The seconds of the header `Retry-After`. A date is relative to the clock of the service, or else to that of this machine. */
function seconds(headers: AnyResponse["headers"]): number | undefined {
  const wait = (headers.get("retry-after") ?? "").trim();
  if (/^[0-9]+$/.test(wait)) return Math.min(Number(wait), 2147483648);
  const now = Date.parse(headers.get("date") ?? "");
  const end = / GMT$/.test(wait) ? Date.parse(wait) : NaN;
  return isNaN(end) ? undefined : Math.max(0, Math.ceil((end - (isNaN(now) ? Date.now() : now)) / 1000));
}

function score({ key, message, http, details, request_id }: Values): number {
  const found = [message, http, details, request_id].filter((value) => value !== undefined).length;
  return key === undefined ? 0 : (codeOf(key) === undefined ? 10 : 20) + found;
}

function codeOf(key: string): ErrorCode | undefined {
  if (isErrorCode(key)) return key;
  return Object.prototype.hasOwnProperty.call(CODES, key) ? CODES[key] : undefined;
}

function isInteger(value: number): boolean {
  return Math.floor(value) === value && Math.abs(value) <= 9007199254740991;
}

function at(value: unknown, path: Path | undefined): unknown {
  if (path === undefined) return undefined;
  for (const step of path) {
    if (typeof step === "number" ? !Array.isArray(value) : !isObject(value)) return undefined;
    if (!Object.prototype.hasOwnProperty.call(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function isObject(value: unknown): value is AnyDetails {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
"#;

fn facts(row: &CodeRow) -> String {
    format!(
        "{}  {}: {{\n    http: {},\n    retryable: {},\n    name: {},\n    category: {},\n    description: {},\n    resolution: {},\n{}  }},\n",
        comment(row),
        literal(&row.code),
        row.http,
        row.retryable,
        literal(&row.name),
        literal(&row.category),
        literal(&row.description),
        literal(&row.resolution),
        properties(row),
    )
}

/// The properties of a code, if it has any.
fn properties(row: &CodeRow) -> String {
    let members = row.properties.iter().map(|(name, value)| format!("{}: {}", literal(name), literal(value)));
    let members: Vec<_> = members.collect();
    if members.is_empty() { String::new() } else { format!("    properties: {{ {} }},\n", members.join(", ")) }
}

fn details(row: &CodeRow) -> Option<String> {
    let members: Vec<_> = row.details.iter().map(member).collect();
    (!members.is_empty()).then(|| format!("  readonly {}: {{\n{}  }};\n", literal(&row.code), members.concat()))
}

fn member(detail: &DetailRow) -> String {
    let kind = match &*detail.kind {
        "integer" | "number" => "number",
        "string" => "string",
        "boolean" => "boolean",
        "array" => "readonly unknown[]",
        "violations" => "readonly Violation[]",
        _ => "unknown",
    };
    let optional = if detail.optional { "?" } else { "" };
    format!("    readonly {}{optional}: {kind};\n", literal(&detail.name))
}

/// Returns the type of a part of a body.
fn type_of(part: &BodyPart, indent: &str) -> String {
    match part {
        BodyPart::Object(members) => {
            let members = members.iter().map(|member| {
                let optional = if member.optional { "?" } else { "" };
                let kind = type_of(&member.part, &format!("{indent}  "));
                format!("{indent}readonly {}{optional}: {kind};\n", literal(&member.name))
            });
            format!("{{\n{}{}}}", members.collect::<String>(), indent.get(2..).unwrap_or_default())
        }
        BodyPart::Array(elements) => {
            if elements.is_empty() {
                return "readonly []".into();
            }
            let elements: Vec<_> = elements.iter().map(|element| type_of(element, indent)).collect();
            format!("readonly ({})[]", elements.join(" | "))
        }
        BodyPart::Value(_, "integer") => "number".into(),
        BodyPart::Value(_, "object") => "AnyDetails".into(),
        BodyPart::Value(..) => "string".into(),
        BodyPart::Constant(json) => json.clone(),
        _ => "unknown".into(),
    }
}

fn in_a_line(places: &Places) -> String {
    let place = |(name, steps): &(&str, Vec<Step>)| {
        let steps = steps.iter().map(|step| match step {
            Step::Member(name) => literal(name),
            Step::Element(at) => at.to_string(),
        });
        format!("{name}: [{}]", steps.collect::<Vec<_>>().join(", "))
    };
    format!("  {{ {} }},\n", places.iter().map(place).collect::<Vec<_>>().join(", "))
}

/// Returns a comment with the explanation and the tag `@deprecated`, which editors show where the code is used.
fn comment(row: &CodeRow) -> String {
    // The text cannot end the comment.
    let shown = |text: &str| terminal(text.trim_end()).to_string().replace("*/", "*\\/");
    let mut lines: Vec<_> = row.explanation.as_deref().unwrap_or_default().lines().map(shown).collect();
    if let Some(deprecated) = &row.deprecated {
        lines.push(format!("@{}", shown(&deprecated.to_string())));
    }
    match &lines[..] {
        [] => String::new(),
        [line] => format!("  /** {line} */\n"),
        lines => {
            let lines: String = lines.iter().flat_map(|line| ["   * ", line, "\n"]).collect();
            format!("  /**\n{}   */\n", lines.replace("* \n", "*\n"))
        }
    }
}

#[cfg(test)]
mod tests {
    use studio_errors::catalog::QuotaError;
    use studio_errors::reference::{DeprecatedRow, Reference};

    use super::to_typescript;

    #[test]
    fn a_deprecated_code_has_a_tag_that_its_note_cannot_end() {
        let mut reference = Reference::of::<QuotaError>();
        let mut deprecated = DeprecatedRow::default();
        (deprecated.since, deprecated.note) = (Some("1.2".into()), Some("use */ alert(1) /*\nnow".into()));
        reference.codes[0].deprecated = Some(deprecated);
        let module = to_typescript(&reference);
        assert!(
            module.contains("  /** @deprecated since 1.2: use *\\/ alert(1) /* now */\n  \"STUDIO_1600\": {\n"),
            "{module}"
        );
        assert_eq!(module.matches("@deprecated").count(), 1);
    }

    #[test]
    fn a_code_has_its_properties() {
        let mut reference = Reference::of::<QuotaError>();
        reference.codes[0].properties = [("type".into(), "a\"b".into()), ("team".into(), "x".into())].into();
        let module = to_typescript(&reference);
        assert_eq!(module.matches("    properties: {").count(), 1);
        assert!(module.contains("    properties: { \"team\": \"x\", \"type\": \"a\\\"b\" },\n  },\n"), "{module}");
    }

    #[test]
    fn an_array_without_elements_is_a_type() {
        let mut reference = Reference::of::<QuotaError>();
        reference.envelope = Some(r#"{"code":"{code}","message":"{message}","messages":[]}"#.into());
        let module = to_typescript(&reference);
        assert!(module.contains("    readonly \"messages\": readonly [];\n"), "{module}");
    }

    #[test]
    fn every_code_is_in_the_union_and_in_the_table() {
        let mut reference = Reference::of::<QuotaError>();
        reference.codes.truncate(2);
        reference.codes[1].description = "a \"quote\"\n".into();
        let module = to_typescript(&reference);
        let union = "// STUDIO error codes, generated from the code by studio-errors.\n\n\
            /** The codes that this module knows. */\nexport type ErrorCode =\n  | \"STUDIO_1600\"\n  | \"STUDIO_1601\";\n";
        assert!(module.starts_with(union), "{module}");
        let row = "  \"STUDIO_1601\": {\n    http: 402,\n    retryable: false,\n    name: \"INSUFFICIENT_CREDITS\",\n    category: \"quota\",\n    \
            description: \"a \\\"quote\\\"\\n\",\n    resolution: \"Purchase additional credits or upgrade subscription tier\",\n  },\n} as const";
        assert!(module.contains(row), "{module}");
        reference.codes.clear();
        assert!(to_typescript(&reference).contains("ErrorCode = never;"));
    }
}
