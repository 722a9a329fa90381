// Delivery modes under the policies that pages really have. A policy stands on the page, and on the files where `everywhere`
// says so: a worker takes the policy of its own response.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";
import { afterSearch, heard, html, packed, shown, stage, widget } from "./harness.mjs";
import { serve } from "./server.mjs";

const cdn = await serve({ folders: { "/widget/": widget } });
test.after(() => cdn.close());
const integrity = `sha384-${createHash("sha384").update(readFileSync(`${widget}job-match.single.js`)).digest("base64")}`;
const single = `<script type="module" src="${cdn.address}/widget/job-match.single.js" integrity="${integrity}" crossorigin="anonymous"></script>`;

const STRICT = "default-src 'none'; img-src data:; connect-src 'self'; style-src 'self'; worker-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
const NO_WASM = "default-src 'self'; img-src data:; script-src 'self'";
const rows = [
  { name: "self-hosted, wasm allowed, on every file", policy: STRICT, everywhere: true, silent: true },
  { name: "self-hosted, wasm not allowed by the page, the files without a policy", policy: NO_WASM, silent: true },
  { name: "the same in the page itself is refused, said, and leaves the partner's own link", policy: NO_WASM, attributes: { "no-worker": true }, fails: true },
  { name: "self-hosted, wasm allowed, in the page itself", policy: STRICT, attributes: { "no-worker": true }, silent: true },
  { name: "one file from elsewhere with its hash, blob workers allowed", head: single, script: "", silent: true,
    policy: `default-src 'self'; img-src data:; style-src 'self'; script-src ${cdn.address} 'wasm-unsafe-eval'; worker-src blob:; connect-src 'self' ${cdn.address}` },
  { name: "one file from elsewhere, no worker allowed: the page does the work", head: single, script: "",
    policy: `default-src 'self'; img-src data:; style-src 'self'; script-src ${cdn.address} 'wasm-unsafe-eval'; worker-src 'none'; connect-src 'self' ${cdn.address}` },
  { name: "one file from elsewhere, blob workers but no wasm: refused and said", head: single, script: "", fails: true,
    policy: `default-src 'self'; img-src data:; style-src 'self'; script-src ${cdn.address}; worker-src blob:; connect-src 'self' ${cdn.address}` },
  { name: "Trusted Types with our policy allowed", policy: `${STRICT}; require-trusted-types-for 'script'; trusted-types job-match`, everywhere: true, silent: true },
  { name: "Trusted Types without our policy: the page does the work", policy: `${STRICT}; require-trusted-types-for 'script'; trusted-types other` },
];

for (const [number, { name, policy, everywhere, fails, head, script, attributes, silent }] of rows.entries()) {
  test(name, async (context) => {
    const headers = { "content-security-policy": policy };
    const { open } = await stage({ after: (done) => context.after(done) }, {
      pages: { "/row": { headers, html: html({ head, script, attributes }) } }, ...(everywhere && { everywhere: headers }),
    });
    const page = await open("/row", { until: fails && !wasm2js(script) ? "error" : "ready" });
    if (fails && !wasm2js(script)) {
      assert.deepEqual((await heard(page, "error")).map(({ detail }) => detail.code), ["csp-wasm"]);
      assert.ok(await page.getByRole("link", { name: "Toutes les offres" }).isVisible());
      return;
    }
    await afterSearch(page, () => page.locator("job-match").evaluate((element) => (element.profile = { id: "x", wishes: [{ title: "développeur web" }], home: "57000" })));
    assert.equal((await shown(page)).length, 10, `row ${number}`);
    assert.deepEqual((await heard(page, "error")), []);
    // Nothing is tried that the policy refuses: a host that collects reports gets none.
    if (silent) assert.deepEqual(page.complaints, []);
  });
}

/** The fallback lies beside a self-hosted script; the single file has none. */
function wasm2js(script) {
  return script !== "" && existsSync(`${widget}worker.compat.js`);
}

test("wasm refused on page and worker: the engine as JavaScript takes over, with the same answer", { skip: !existsSync(`${widget}worker.compat.js`) && "worker.compat.js is not built" }, async (context) => {
  const headers = { "content-security-policy": NO_WASM };
  const profile = { id: "x", wishes: [{ title: "développeur web" }], skills: ["JavaScript"], home: "57000" };
  const lists = [];
  for (const more of [{ everywhere: headers }, {}]) {
    const { open } = await stage({ after: (done) => context.after(done) }, { ...more, pages: { "/row": { headers: more.everywhere ?? {}, html: html() } } });
    const page = await open("/row");
    await afterSearch(page, () => page.locator("job-match").evaluate((element, record) => (element.profile = record), profile));
    lists.push(await page.locator("job-match").evaluate((element) => [...element.shadowRoot.querySelectorAll(".results > .list > li")].map(({ textContent }) => textContent)));
  }
  assert.deepEqual(lists[0], lists[1]);
});

test("a page that shows the widget in an iframe needs frame-src only; the frame has the height of its content", async (context) => {
  const frame = await serve({ folders: { "/widget/": widget, "/demo/": packed() } });
  context.after(() => frame.close());
  const address = `${frame.address}/widget/frame.html?src=/demo/entry.json&as-of=2027-03-01&lang=fr`;
  const { open } = await stage({ after: (done) => context.after(done) }, { pages: { "/partner": {
    headers: { "content-security-policy": `default-src 'none'; img-src data:; frame-src ${frame.address}; script-src ${frame.address}` },
    html: html({ script: "" }).replace(/<job-match.*<\/job-match>/s, `<iframe data-job-match title="Offres" src="${address}" width="600" height="150"></iframe><script src="${frame.address}/widget/host.js"></script>`),
  } } });
  const page = await open("/partner", { until: null });
  await page.waitForFunction(() => document.querySelector("iframe").getBoundingClientRect().height > 600);
  const inner = page.frames().find((one) => one.url().startsWith(frame.address));
  await inner.waitForFunction(() => document.querySelector("job-match").matches(":state(ready)"));
  await page.waitForTimeout(500);
  const [outside, inside] = await Promise.all([page.evaluate(() => document.querySelector("iframe").getBoundingClientRect().height), inner.evaluate(() => document.documentElement.getBoundingClientRect().height)]);
  assert.ok(Math.abs(outside - inside) <= 6, `${outside} against ${inside}`);
  await page.evaluate((origin) => postMessage({ type: "job-match", height: 9_999 }, origin), await page.evaluate(() => origin));
  await page.waitForTimeout(100);
  assert.ok((await page.evaluate(() => document.querySelector("iframe").getBoundingClientRect().height)) < 9_000, "other windows are not listened to");
});
