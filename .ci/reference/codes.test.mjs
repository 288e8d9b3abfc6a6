// Runs the compiled TypeScript modules in the folder PAGES against the example service at SERVICE: `node --test codes.test.mjs`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const { PAGES, SERVICE } = process.env;
const module = (name) => import(pathToFileURL(join(PAGES, name)).href);
const body = (code, more) => ({ error: { code, message: "m", http: 402, ...more } });

test("the errors of the service are known", async () => {
  const { parse } = await module("service_errors.js");
  const images = async (prompt, wallet, size) => {
    const headers = { "content-type": "application/json", "x-request-id": "01J9" };
    const response = await fetch(`${SERVICE}/images`, { method: "POST", headers, body: JSON.stringify({ prompt, wallet, size }) });
    const text = await response.text();
    assert.deepEqual(parse(text, response.status), parse(JSON.parse(text)));
    return parse(text, response.status);
  };
  const { details, ...credits } = await images("a red fox", 2);
  assert.deepEqual(credits, {
    known: true,
    code: "STUDIO_1601",
    message: "Insufficient AI credits in wallet for this generation",
    http: 402,
    retryable: false,
    request_id: "01J9",
  });
  assert.equal(typeof details, "object");
  assert.equal((await images("a red fox", 3)).retryable, true);
  const { code, details: invalid } = await images("a red fox", 1, { width: 1, height: 64 });
  assert.deepEqual([code, invalid.violations[0].pointer], ["STUDIO_1900", "/size/width"]);
  const inPath = await (await fetch(`${SERVICE}/render/jobs/x`)).json();
  assert.equal(parse(inPath).details.violations[0].in, "path");
  assert.match((await images("", 1)).message, /has 0 characters/);
  for (const accept of ["application/json", "application/problem+json"]) {
    const response = await fetch(`${SERVICE}/render/jobs/8`, { headers: { accept } });
    assert.equal(response.headers.get("content-type"), accept);
    const { code, http, message } = parse(await response.json());
    assert.deepEqual({ code, http, message }, { code: "STUDIO_1500", http: 404, message: "Render job does not exist" });
  }
});

test("a client handles known and unknown codes", async () => {
  const { handle, isKnown } = await module("codes.js");
  const known = "pay Purchase additional credits or upgrade subscription tier 402 INSUFFICIENT_CREDITS false 402";
  assert.equal(handle(body("STUDIO_1601")), known);
  assert.equal(handle(JSON.stringify(body("STUDIO_1601"))), known);
  assert.equal(handle(body("STUDIO_1699", { http: 503, details: { a: 1 } })), 'STUDIO_1699 m 503 true {"a":1}');
  for (const code of ["toString", "__proto__", "constructor"]) {
    assert.equal(handle(body(code)), `${code} m 402 false {}`);
    assert.equal(isKnown(code), undefined);
  }
});

test("a member that a body lacks is that of the code", async () => {
  const { parse } = await module("wallet.js");
  const { description, http, retryable } = (await module("wallet.js")).ERRORS.STUDIO_1600;
  const short = { known: true, code: "STUDIO_1600", message: description, http, retryable, details: {}, request_id: undefined };
  assert.deepEqual(parse({ error: { code: "STUDIO_1600" } }), short);
  const typed = { code: "STUDIO_1600", message: 7, http: true, details: [], request_id: {} };
  assert.deepEqual(parse({ error: { ...typed, http: Symbol() } }), short);
  assert.deepEqual(parse({ error: { code: "STUDIO_1600" } }, 418), { ...short, http: 418 });
});

test("what is not an error body is an error without a code", async () => {
  const { parse } = await module("wallet.js");
  const others = ["", "<html>", "[".repeat(100000), "null", "[]", '{"error":"x"}', null, undefined, 7, {}, [], Symbol()];
  for (const other of [...others, { error: [] }, { error: { code: null } }, { error: { code: 1.5 } }, { error: { code: true } }]) {
    const { known, code, http, retryable, message } = parse(other, 502);
    assert.deepEqual({ known, code, http, retryable }, { known: false, code: "", http: 502, retryable: true });
    assert.equal(message, "HTTP 502: the body is not an error body");
    assert.equal(parse(other).http, 0);
  }
});

test("details have the types of their code", async () => {
  const { details } = await module("codes.js");
  assert.equal(details(body("STUDIO_1601", { details: { have: 3, need: 20, '"]\n\\': 1.5 } })), "17 1.5 number");
  const violations = [{ pointer: "/a", message: "b" }, { pointer: "", in: "path", rule: "data", message: "c" }];
  assert.equal(details(body("STUDIO_1900", { details: { violations, of: [] } })), "/a undefined none b, path data c");
  assert.equal(details(body("STUDIO_1000", { details: { prompt: "ab" } })), "2 false");
  assert.equal(details(body("STUDIO_1001", { details: { any: 1 } })), "STUDIO_1001 1");
  assert.equal(details(body("STUDIO_9999", { details: { any: 1 } })), "newer 1");
});

test("an envelope is read", async () => {
  const { parse } = await module("enveloped.js");
  const enveloped = (code) => ({ ok: false, errors: [{ code, status: "402", text: "t", meta: { need: 20 } }], id: "01J9" });
  const values = { message: "t", http: 402, retryable: false, details: { need: 20 }, request_id: "01J9" };
  assert.deepEqual(parse(enveloped(1601)), { known: true, code: "STUDIO_1601", ...values });
  assert.equal(parse(enveloped(-32000)).code, "-32000");
  assert.deepEqual(parse(enveloped(9999)), { known: false, code: "9999", ...values });
  assert.equal(parse({ status: 404, detail: "gone", code: "STUDIO_1500" }).message, "gone");
  assert.equal(parse({ errors: { 0: { code: 1601 } } }).known, false);
});

test("hostile text is unchanged", async () => {
  for (const name of ["hostile", "hard"]) {
    const { ERRORS, parse } = await module(`${name}.js`);
    const { codes } = JSON.parse(readFileSync(join(PAGES, `${name}.json`), "utf8"));
    for (const { code, http, retryable, name, category, description, resolution } of codes) {
      assert.deepEqual(ERRORS[code], { http, retryable, name, category, description, resolution });
      assert.equal(parse({ error: { code } }).message, description);
    }
    assert.equal(Object.keys(ERRORS).length, codes.length);
  }
});
