// What a client of the service writes: it compiles as long as the module and the types say what this expects.
import { ERRORS, isErrorCode, type ErrorBody, type ErrorCode, type ErrorFacts } from "./wallet.js";
import type { components } from "./openapi.js";

/** No code is left out: another one would make `code` something else than `never`, which does not compile. */
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

/** A code that is newer than this client is text, and nothing else. */
export function handle(body: ErrorBody): string {
  const { code, message } = body.error;
  // @ts-expect-error: a text is not a code until it is asked.
  advice(code);
  return isErrorCode(code) ? `${advice(code)} ${facts[code].resolution} ${status} ${name}` : message;
}

// The types that openapi-typescript makes of the OpenAPI document.
type Forbidden = components["responses"]["403"]["content"]["application/json"]["error"];
export const frozen: Forbidden = { code: "STUDIO_1650", message: "The wallet is frozen", http: 403 };
// @ts-expect-error: 402 is not how this code is answered.
export const other: Forbidden = { code: "STUDIO_1601", message: "", http: 402 };
const every: Record<components["schemas"]["ErrorCode"], string> = {
  STUDIO_1600: "",
  STUDIO_1601: "",
  STUDIO_1602: "",
  STUDIO_1603: "",
  STUDIO_1650: "",
};
export const same: Record<ErrorCode, string> = every;
