// A client of the service. It compiles only if the modules and the types are as expected.
import { ERRORS, isErrorCode, parse } from "./wallet.js";
import type { ErrorBody, ErrorCode, ErrorFacts, KnownError, StudioError, UnknownError } from "./wallet.js";
import { parse as parseHard } from "./hard.js";
import type { ServiceError, Violation } from "./hard.js";
import type { components } from "./openapi.js";

/** Handles every code. If a code is missing, the type of `error` is not `never`, and the file does not compile. */
function advice(error: KnownError): string {
  switch (error.code) {
    case "STUDIO_1600":
      return "wait";
    case "STUDIO_1601":
      return "pay";
    case "STUDIO_1602":
      return "upgrade";
    case "STUDIO_1603":
    case "STUDIO_1650":
      return "ask";
    default: {
      const never: never = error;
      return never;
    }
  }
}

const status: 402 = ERRORS.STUDIO_1601.http;
const name: "INSUFFICIENT_CREDITS" = ERRORS["STUDIO_1601"].name;
const facts: Readonly<Record<ErrorCode, ErrorFacts>> = ERRORS;
export const body: ErrorBody = { error: { code: "STUDIO_1699", message: "", http: 402, details: { need: 20 } } };

/** Handles a code that may be newer than this client. */
export function handle(body: unknown): string {
  const error: StudioError = parse(body, 418);
  // @ts-expect-error: an error is not known without a check.
  advice(error);
  if (!error.known) {
    const newer: UnknownError = error;
    return `${newer.code} ${newer.message} ${newer.http} ${newer.retryable} ${JSON.stringify(newer.details)}`;
  }
  const retryable: boolean = error.retryable;
  return `${advice(error)} ${facts[error.code].resolution} ${status} ${name} ${retryable} ${error.http}`;
}

export function isKnown(code: string): ErrorCode | undefined {
  return isErrorCode(code) ? code : undefined;
}

/** Each code has its own details. */
export function details(body: unknown): string {
  const error: ServiceError = parseHard(body);
  if (!error.known) {
    const any: unknown = error.details["any"];
    return `newer ${any}`;
  }
  switch (error.code) {
    case "STUDIO_1601": {
      const missing: number = error.details.need - error.details.have;
      // @ts-expect-error: this code does not have this detail.
      error.details.other;
      // @ts-expect-error: the detail is a number.
      const text: string = error.details.need;
      const quoted: number | undefined = error.details['"]\n\\'];
      return `${missing} ${quoted} ${typeof text}`;
    }
    case "STUDIO_1900": {
      const violations: readonly Violation[] = error.details.violations;
      // @ts-expect-error: the location is text.
      violations[0]?.in?.toFixed();
      return violations.map(({ pointer, in: part, rule, message }) => `${pointer} ${part} ${rule ?? "none"} ${message}`).join();
    }
    case "STUDIO_1000":
      return `${error.details.prompt.length} ${error.details.long === true}`;
    default:
      return `${error.code} ${error.details["any"]}`;
  }
}

// The types that openapi-typescript generates from the OpenAPI document.
type Forbidden = components["responses"]["403"]["content"]["application/json"]["error"];
export const frozen: Forbidden = { code: "STUDIO_1650", message: "The wallet is frozen", http: 403 };
export const newer: Forbidden = { code: "STUDIO_1699", message: "", http: 499, details: { new: 1 }, request_id: "1" };
// @ts-expect-error: a body has a message.
export const broken: Forbidden = { code: "STUDIO_1650", http: 403 };
type Header = components["responses"]["429"]["headers"]["Retry-After"];
export const wait: Header = 30;
