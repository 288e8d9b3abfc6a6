// Runs the compiled TypeScript module: `node --test codes.test.mjs`, with the folder in PAGES.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const module = (name) => import(pathToFileURL(join(process.env.PAGES, name)).href);

test("a client handles known and unknown codes", async () => {
  const { handle } = await module("codes.js");
  const body = (code) => ({ error: { code, message: "newer", http: 402 } });
  assert.equal(handle(body("STUDIO_1601")), "pay Purchase additional credits or upgrade subscription tier 402 INSUFFICIENT_CREDITS");
  assert.equal(handle(body("STUDIO_1699")), "newer");
  assert.equal(handle(body("toString")), "newer");
});

test("hostile text is unchanged", async () => {
  const { ERRORS } = await module("hostile.js");
  const { codes } = JSON.parse(readFileSync(join(process.env.PAGES, "hostile.json"), "utf8"));
  for (const { code, http, retryable, name, category, description, resolution } of codes) {
    assert.deepEqual(ERRORS[code], { http, retryable, name, category, description, resolution });
  }
  assert.equal(Object.keys(ERRORS).length, codes.length);
});
