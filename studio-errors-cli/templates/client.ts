// {{ self::terminal(&client.reference.title()) }}, generated from the code by studio-errors.

/** The codes that this module knows. */
export type ErrorCode ={% for row in client.reference.codes %}
  | {{ self::literal(&row.code) }}{% else %} never{% endfor %};

/** The body of every error response. */
export type ErrorBody ={% for body in client.bodies %}
  | {{ self::type_of(body, "    ") }}{% else %} unknown{% endfor %};

/** The details of each code that has some. */
export interface ErrorDetails {
{% for row in client.reference.codes %}{% if !row.details.is_empty() %}  readonly {{ self::literal(&row.code) }}: {
{% for detail in row.details %}    readonly {{ self::literal(&detail.name) }}{% if detail.optional %}?{% endif %}: {{ self::kind(&detail.kind) }};
{% endfor %}  };
{% endif %}{% endfor %}}

/** An error of the service. `known` is whether this module knows its code, which can be newer. */
export type {{ client.names.base }} = KnownError | UnknownError;

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
{% for row in client.reference.codes %}{{ self::comment(row) }}  {{ self::literal(&row.code) }}: {
    http: {{ row.http }},
    retryable: {{ row.retryable }},
    name: {{ self::literal(&row.name) }},
    category: {{ self::literal(&row.category) }},
    description: {{ self::literal(&row.description) }},
    resolution: {{ self::literal(&row.resolution) }},
{% if !row.properties.is_empty() %}    properties: { {{ self::members(&row.properties) }} },
{% endif %}  },
{% endfor %}} as const satisfies Readonly<Record<ErrorCode, ErrorFacts>>;

/** Whether `code` is one of the codes of this module. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.prototype.hasOwnProperty.call(ERRORS, code);
}

type Path = readonly (string | number)[];
type Places = Readonly<Partial<Record<"key" | "message" | "http" | "details" | "request_id", Path>>>;

/** The code of each key of a body that is not the code itself. */
const CODES: Readonly<Record<string, ErrorCode>> = {
{% for (key, code) in client.keys %}{% if key != code %}  {{ self::literal(key) }}: {{ self::literal(code) }},
{% endif %}{% endfor %}};

{% for (set, name) in client.sets %}/** The codes of the set {{ self::terminal(&set.name) }}. */
export type {{ name }}Code ={% for code in set.codes %}
  | {{ self::literal(code) }}{% else %} never{% endfor %};

/** An error of the set {{ self::terminal(&set.name) }}, or one that is newer than this module. */
export type {{ name }} = { [Code in {{ name }}Code]: KnownErrorOf<Code> }[{{ name }}Code] | UnknownError;

{% endfor %}/** Where each format of a body has its values. */
const PLACES: readonly Places[] = [
{% for places in client.places %}  { {% for (name, steps) in places %}{% if !loop.first %}, {% endif %}{{ name }}: [{{ steps.join(", ") }}]{% endfor %} },
{% endfor %}];

/** The headers that contain the code. */
const CODE_HEADERS: readonly string[] = [{% for name in client.headers %}{% if !loop.first %}, {% endif %}{{ self::literal(name) }}{% endfor %}];

/**
 * Returns the error in the body of a response: the text of its JSON, or the value of its JSON.
 *
 * `http` is the status of the response, for a body that does not state it. A body that is not an error body is an error with an
 * empty code. This function throws nothing.
 */
export function parse(body: unknown, http?: number): {{ client.names.base }} {
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
export function fromResponse(response: AnyResponse, body: string): {{ client.names.base }} {
  let header: string | undefined;
  for (const name of CODE_HEADERS) header = header ?? (response.headers.get(name) || undefined);
  return { ...find(fromJson(body), response.status, body, header), retry_after: seconds(response.headers) };
}

/** `text` is the text of a response, whose error body has a message. `header` is the code in a header. */
function find(json: unknown, http?: number, text?: string, header?: string): {{ client.names.base }} {
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

