// Tests the HTML page in a browser: `node --test page.test.mjs`. PAGES is the folder of the pages.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const pages = process.env.PAGES;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;

before(async () => {
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});

after(() => browser.close());

/** Opens a page and runs `drive` on it. The page must write nothing to the console and send no request. */
async function open(name, options, drive) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  const noise = [];
  page.on("console", (message) => noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(error.message));
  page.on("dialog", (dialog) => noise.push(dialog.message()));
  page.on("request", (request) => {
    if (!request.isNavigationRequest()) noise.push(request.url());
  });
  await page.goto(pathToFileURL(join(pages, name)).href + (options.hash ?? ""));
  await drive(page, context);
  assert.deepEqual(noise, []);
  await context.close();
}

const shown = (page) => page.locator("tbody tr:visible").evaluateAll((rows) => rows.map((row) => row.id));
const count = (page) => page.locator("output").textContent();
const search = (page) => page.getByRole("searchbox", { name: "Search by code, name, word or status" });

test("the search filters the list while the user types", () =>
  open("studio.html", {}, async (page) => {
    assert.equal((await shown(page)).length, 36);
    for (const [words, codes] of [
      ["1601", ["STUDIO_1601"]],
      ["studio_1601", ["STUDIO_1601"]],
      ["insufficient_credits", ["STUDIO_1601"]],
      ["insufficient CREDITS", ["STUDIO_1601"]],
      ["wallet", ["STUDIO_1601"]],
      ["  413  ", ["STUDIO_1902"]],
      ["quota backoff", ["STUDIO_1600"]],
      ["no such thing", []],
    ]) {
      await search(page).fill("");
      await search(page).pressSequentially(words);
      assert.deepEqual(await shown(page), codes, words);
      assert.equal(await count(page), `${codes.length} of 36`);
    }
    assert.equal(await page.locator("h2:visible").count(), 1);
    await page.getByRole("button", { name: "Show all codes" }).click();
    assert.equal((await shown(page)).length, 36);
    assert.equal(await search(page).inputValue(), "");
  }));

test("the category and status filters combine", () =>
  open("studio.html", {}, async (page) => {
    await page.getByRole("combobox", { name: "Category" }).selectOption({ label: "Quota & Credits" });
    assert.equal(await count(page), "4 of 36");
    await page.getByRole("combobox", { name: "HTTP status" }).selectOption("429");
    assert.deepEqual(await shown(page), ["STUDIO_1600", "STUDIO_1602"]);
    await search(page).fill("monthly");
    assert.deepEqual(await shown(page), ["STUDIO_1602"]);
    await page.getByRole("combobox", { name: "Category" }).selectOption("");
    await page.getByRole("combobox", { name: "HTTP status" }).selectOption("5xx");
    await search(page).fill("");
    const kinds = await page.locator("tbody tr:visible .http").allTextContents();
    assert.ok(kinds.length > 0 && kinds.every((http) => http.startsWith("5")));
    assert.equal(await page.locator("nav").getByText("Quota").locator("..").locator(".number").textContent(), "0");
  }));

test("the policy filter shows retryable and permanent codes", () =>
  open("studio.html", {}, async (page) => {
    const policy = page.getByRole("combobox", { name: "Policy" });
    await policy.selectOption("Retryable");
    const retryable = await shown(page);
    assert.ok(retryable.includes("STUDIO_1600") && !retryable.includes("STUDIO_1601"));
    const badges = page.locator("tbody tr:visible .policy");
    assert.deepEqual(await badges.allTextContents(), retryable.map(() => "retryable"));
    await policy.selectOption("Not retryable");
    const permanent = await shown(page);
    assert.ok(permanent.includes("STUDIO_1601"));
    assert.equal(retryable.length + permanent.length, 36);
    await policy.selectOption("Deprecated");
    assert.equal(await count(page), "0 of 36");
    await page.getByRole("button", { name: "Show all codes" }).click();
    await search(page).fill("rate limit exceeded");
    assert.deepEqual(await shown(page), ["STUDIO_1600"]);
  }));

test("a link shows its code, even if a filter hides it", () =>
  open("studio.html", { hash: "#STUDIO_1601" }, async (page) => {
    const row = page.locator("#STUDIO_1601");
    assert.equal(await page.evaluate(() => document.querySelector(":target").id), "STUDIO_1601");
    const leads = async (id) => {
      // The layout is final a few frames after a jump.
      await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
      const top = (await page.locator(id).boundingBox()).y - (await page.locator(".filters").boundingBox()).height;
      assert.ok(top >= 0 && top < 60, `${id} is ${top} px below the filters`);
    };
    await leads("#STUDIO_1601");
    await search(page).fill("canva");
    assert.ok(!(await row.isVisible()));
    await page.evaluate(() => (location.hash = "#STUDIO_1203"));
    await page.waitForFunction(() => document.querySelector("output").value === "36 of 36");
    await leads("#STUDIO_1203");
  }));

test("everything works with the keyboard", () =>
  open("studio.html", {}, async (page) => {
    const focused = () => page.evaluate(() => document.activeElement.textContent || document.activeElement.ariaLabel || document.activeElement.id);
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "Skip to the codes");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "STUDIO_1000");
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "Copy STUDIO_1000");
    await page.keyboard.press("Enter");
    await page.getByText("Copied STUDIO_1000").waitFor({ state: "attached" });
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "STUDIO_1000");
    assert.equal(await focused(), "Copy STUDIO_1000");
    await page.keyboard.press("/");
    await page.keyboard.type("canva/");
    assert.equal(await search(page).inputValue(), "canva/");
    await page.keyboard.press("Escape");
    assert.equal(await count(page), "36 of 36");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "category");
  }));

test("a code is copied without a clipboard", () =>
  open("studio.html", {}, async (page) => {
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true }));
    await page.getByRole("button", { name: "Copy STUDIO_1003" }).click();
    await page.getByText("Copied STUDIO_1003").waitFor({ state: "attached" });
    await page.evaluate(() => delete navigator.clipboard);
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "STUDIO_1003");
  }));

test("without JavaScript, the page shows the whole list and no controls", () =>
  open("studio.html", { javaScriptEnabled: false, hash: "#STUDIO_2002" }, async (page) => {
    assert.equal(await page.locator("tbody tr").count(), 36);
    assert.ok(await page.locator("#STUDIO_2002").isVisible());
    assert.equal(await page.locator("form:visible, button:visible").count(), 0);
  }));

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1360, 390]) {
    test(`axe finds no violation, ${colorScheme}, ${width} px`, () =>
      open("studio.html", { colorScheme, viewport: { width, height: 900 } }, async (page) => {
        await page.screenshot({ path: join(pages, `${colorScheme}-${width}.png`) });
        await page.evaluate(axe);
        for (const words of ["", "canva", "zzz"]) {
          await search(page).fill(words);
          const { violations } = await page.evaluate(() => axe.run());
          assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), [], words);
        }
      }));
  }
}

for (const width of [1100, 1200, 1360, 1920]) {
  test(`the navigation does not scroll horizontally, ${width} px`, () =>
    open("studio.html", { viewport: { width, height: 900 } }, async (page) => {
      const overflow = await page.locator("nav").evaluate((nav) => nav.scrollWidth - nav.clientWidth);
      assert.equal(overflow, 0);
    }));
}

test("no horizontal scrolling on a phone, and the print has all codes", () =>
  open("studio.html", { viewport: { width: 320, height: 640 } }, async (page) => {
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(await overflow(), 0);
    const cell = page.getByRole("row", { name: /STUDIO_1601/ }).getByRole("cell").first();
    assert.equal(await cell.textContent(), "402");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("form:visible, nav:visible, button:visible").count(), 0);
    assert.ok((await page.pdf()).length > 10_000);
  }));

test("an explanation is shown after a click", () =>
  open("studio.html", {}, async (page) => {
    const explanation = page.locator("#STUDIO_1000 .explanation");
    assert.ok(!(await explanation.locator("p").isVisible()));
    await explanation.locator("summary").click();
    assert.ok(await explanation.locator("p").isVisible());
    assert.equal(await explanation.locator("p").textContent(), "The limit of a prompt is 4000 characters.");
  }));

test("hostile text is shown as text", () =>
  open("hostile.html", {}, async (page) => {
    const { codes } = JSON.parse(readFileSync(join(pages, "hostile.json"), "utf8"));
    const spelt = (text) =>
      text.replace(/[\t\n\r]/g, " ").replace(/[\0-\x1f\x7f-\x9f]/g, (c) => `\\u{${c.charCodeAt(0).toString(16)}}`);
    for (const { code, description, resolution } of codes) {
      const cells = await page.locator(`#${code} td`).evaluateAll((cells) =>
        cells.map((cell) => {
          const copy = cell.cloneNode(true);
          copy.querySelectorAll("details").forEach((explanation) => explanation.remove());
          return copy.textContent;
        }),
      );
      assert.deepEqual(cells.slice(2), [spelt(description), spelt(resolution)]);
    }
    assert.equal(await page.title(), "ACME_2 and STUDIO error codes");
    assert.equal(await page.locator("img, iframe, b, main script").count(), 0);
    await search(page).fill("</script>");
    assert.deepEqual(await shown(page), ["ACME_2_1"]);
    // The row next to the one with reversed text reads from left to right.
    const code = page.locator("#ACME_2_100 a");
    const http = page.locator("#ACME_2_100 .http");
    await search(page).fill("");
    assert.ok((await code.boundingBox()).x < (await http.boundingBox()).x);
  }));

test("5,000 codes are fast", () =>
  open("thousands.html", { hash: "#MANY_4000" }, async (page) => {
    const { domContentLoadedEventEnd: loaded } = await page.evaluate(() => performance.getEntriesByType("navigation")[0].toJSON());
    const { y } = await page.locator("#MANY_4000").boundingBox();
    assert.ok(y > 0 && y < 200, `#MANY_4000 is at ${y} px`);
    // The time of one key press: the filter, and the layout that follows.
    const times = await page.evaluate(() =>
      ["p", "pr", "pro", "prov", "", "4999", "zzz", ""].map((words) => {
        const start = performance.now();
        const field = document.getElementById("words");
        field.value = words;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        document.body.getBoundingClientRect();
        return Math.round(performance.now() - start);
      }),
    );
    console.log(`5,000 codes: loaded in ${Math.round(loaded)} ms, a key takes ${times.join(", ")} ms`);
    assert.ok(Math.max(...times) < 500, `${times}`);
    await search(page).fill("_4999");
    assert.deepEqual(await shown(page), ["MANY_4999"]);
  }));
