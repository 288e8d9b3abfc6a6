// A client of the service. It compiles only if the generated module and types are as expected.
import { ERRORS, isErrorCode, type ErrorBody, type ErrorCode, type ErrorFacts } from "./wallet.js";
import type { components } from "./openapi.js";

/** Handles every code. If a code is missing, the type of `code` is not `never`, and the file does not compile. */
function advice(code: ErrorCode): string {
  switch (code) {
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
      const never: never = code;
      return never;
    }
  }
}

const status: 402 = ERRORS.STUDIO_1601.http;
const name: "INSUFFICIENT_CREDITS" = ERRORS["STUDIO_1601"].name;
const facts: Readonly<Record<ErrorCode, ErrorFacts>> = ERRORS;

/** Handles a code that may be newer than this client. */
export function handle(body: ErrorBody): string {
  const { code, message } = body.error;
  // @ts-expect-error: a string is not a code without a check.
  advice(code);
  return isErrorCode(code) ? `${advice(code)} ${facts[code].resolution} ${status} ${name}` : message;
}

// The types that openapi-typescript generates from the OpenAPI document.
type Forbidden = components["responses"]["403"]["content"]["application/json"]["error"];
export const frozen: Forbidden = { code: "STUDIO_1650", message: "The wallet is frozen", http: 403 };
export const newer: Forbidden = { code: "STUDIO_1699", message: "", http: 499, details: { new: 1 }, request_id: "1" };
// @ts-expect-error: a body has a message.
export const broken: Forbidden = { code: "STUDIO_1650", http: 403 };
type Header = components["responses"]["429"]["headers"]["Retry-After"];
export const wait: Header = 30;
