// Reads the recorded responses, which the Rust client reads too, with the TypeScript module of the published catalog.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fromResponse as fromHeaded } from "./headed.js";
import { fromResponse } from "./published.js";

for (const { name, status, headers, body, error, unreadable } of JSON.parse(readFileSync("responses.json", "utf8"))) {
  test(name, () => {
    const { code, message, http, details, request_id, retry_after } = fromResponse({ status, headers: new Headers(headers) }, body);
    if (error === undefined) {
      assert.deepEqual([code, http], ["", status]);
      assert.ok(message.includes(String(status)) && message.includes(unreadable), message);
    } else {
      const found = { code, message, http, details, request_id, retry_after };
      assert.deepEqual(found, { details: {}, request_id: undefined, retry_after: undefined, ...error });
    }
  });
}

test("the code is in a header", () => {
  const read = (status, code, body) => fromHeaded({ status, headers: new Headers({ "X-Error-Code": code }) }, body);
  const { code, message, known } = read(402, "STUDIO_1601", '{"error":"no credits"}');
  assert.deepEqual([code, message, known], ["STUDIO_1601", "no credits", true]);
  assert.equal(read(402, "STUDIO_1601", "").message, "Insufficient AI credits in wallet for this generation");
  const newer = read(503, "STUDIO_1699", "");
  assert.deepEqual([newer.code, newer.http, newer.retryable, newer.known], ["STUDIO_1699", 503, true, false]);
});
