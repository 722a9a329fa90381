// A catalogue from somebody who means harm, and one that is merely broken: nothing runs, what is refused is said, the rest works.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { TODAY, afterSearch, heard, html, matcher, packed, shown, stage, state, words } from "./harness.mjs";

const folder = mkdtempSync(join(tmpdir(), "hostile-"));
const entry = () => JSON.parse(readFileSync(join(packed(), "entry.json"), "utf8"));
const sha = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;

/** A copy of the demo, changed by `spoil(entry, folder)`. */
function spoilt(name, spoil) {
  const to = join(folder, name);
  cpSync(packed(), to, { recursive: true });
  const changed = entry();
  const text = spoil(changed, to);
  writeFileSync(join(to, "entry.json"), text ?? JSON.stringify(changed));
}

const flip = (bytes) => bytes.map((byte, at) => (at === Math.floor(bytes.length / 2) ? byte ^ 255 : byte));
const rewrite = (changed, to, name, bytes) => {
  writeFileSync(join(to, changed.files[name].file), bytes);
  Object.assign(changed.files[name], { bytes: bytes.length, integrity: sha(bytes) });
};

spoilt("checksum", (changed, to) => writeFileSync(join(to, changed.files.catalogue.file), flip(readFileSync(join(to, changed.files.catalogue.file)))) ?? undefined);
spoilt("truncated", (changed, to) => rewrite(changed, to, "catalogue", readFileSync(join(to, changed.files.catalogue.file)).subarray(0, 200)));
spoilt("flipped", (changed, to) => rewrite(changed, to, "catalogue", flip(readFileSync(join(to, changed.files.catalogue.file)))));
spoilt("noise", (changed, to) => rewrite(changed, to, "catalogue", Buffer.alloc(300_000, 7)));
spoilt("taxonomy", (changed, to) => rewrite(changed, to, "taxonomy", flip(readFileSync(join(to, changed.files.taxonomy.file)))));
spoilt("missing", (changed) => void (changed.files.catalogue.file = "not-there.bin"));
spoilt("outside", (changed) => void (changed.files.catalogue.file = "../../secret"));
spoilt("elsewhere", (changed) => void (changed.files.catalogue.file = "//example.org/x.bin"));
spoilt("unchecked", (changed) => void delete changed.files.catalogue.integrity);
spoilt("newer", (changed) => void (changed.format = 2));
spoilt("no-json", () => "<!doctype html><script>globalThis.ran = true</script>");
spoilt("huge", () => `{"format": 1, "x": "${"y".repeat(2_000_000)}"}`);
spoilt("undated", (changed) => void delete changed.date);

const CASES = {
  checksum: "catalogue-corrupt", truncated: "catalogue-corrupt", flipped: "catalogue-corrupt", noise: "catalogue-corrupt",
  missing: "catalogue-unreachable", outside: "catalogue-corrupt", elsewhere: "catalogue-corrupt", unchecked: "catalogue-corrupt",
  newer: "catalogue-version", "no-json": "catalogue-corrupt", huge: "catalogue-corrupt",
};

// Offers whose every text is an attack, packed by the command like any other.
const ATTACK = '<img src=x onerror="globalThis.ran = true"><script>globalThis.ran = true</script>{name}[x]\u202e"\'>&';
const hostile = [
  ...["javascript:globalThis.ran=true", "JaVaScRiPt:globalThis.ran=true", " javascript:globalThis.ran=true", "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd", "//example.org", "https://example.org/?a=<b>"]
    .map((link, at) => ({ id: `link-${at}`, title: `Développeur web ${at} ${ATTACK}`, employer: ATTACK, places: ["Metz"], link, contract: "permanent", valid_through: "2027-12-31" })),
  { id: "long", title: `Développeur ${"long ".repeat(2_000_000)}`, employer: "x".repeat(10_000_000), places: ["Metz"] },
  { id: "__proto__", title: "Développeur constructor", employer: "__proto__", source: "constructor", places: ["Metz"], tags: { __proto__: ["x"] } },
];
const list = join(folder, "hostile.json");
writeFileSync(list, JSON.stringify(hostile));
mkdirSync(join(folder, "attack"));
matcherPack(list, join(folder, "attack"));

function matcherPack(offers, to) {
  try {
    matcher("pack", "--offers", offers, "--as-of", TODAY, "--out", to);
  } catch (refused) {
    // Status 3: some records were rejected and the rest was packed.
    if (refused.status !== 3) throw refused;
  }
}

const pages = Object.fromEntries([
  ...[...Object.keys(CASES), "taxonomy", "undated", "attack"].map((name) => [`/${name}`, { html: html({ attributes: { src: `/bad/${name}/entry.json` } }) }]),
  ["/beside", { html: html({ attributes: { src: [...Object.keys(CASES).map((name) => `/bad/${name}/entry.json`), "/demo/entry.json"].join(" ") } }) }],
  ["/beside-taxonomy", { html: html({ attributes: { src: "/bad/taxonomy/entry.json /demo/entry.json" } }) }],
]);
const { open } = await stage(test, { pages, folders: { "/bad/": folder } });

for (const [name, code] of Object.entries(CASES)) {
  test(`the catalogue “${name}” is an error ${code}, beside the partner's own link; nothing runs`, async () => {
    const page = await open(`/${name}`, { until: "error" });
    assert.deepEqual([...new Set((await heard(page, "error")).map(({ detail }) => detail.code))], [code]);
    assert.ok(await page.getByRole("link", { name: "Toutes les offres" }).isVisible());
    assert.ok((await page.locator("job-match [role=alert]").textContent()).length > 20);
    assert.equal(await page.evaluate(() => globalThis.ran), undefined);
    await page.context().close();
  });
}

const search = (page) =>
  afterSearch(page, () => page.locator("job-match").evaluate((element) => (element.profile = { id: "x", wishes: [{ title: "développeur web" }], home: "57000" })));
const told = async (page) => (await heard(page, "error")).map(({ detail: { code, catalogue } }) => [catalogue.split("/").at(-2), code]);

test("beside a good catalogue each broken one is told with its code, and the rest works", async () => {
  const page = await open("/beside");
  assert.deepEqual(Object.fromEntries(await told(page)), CASES);
  await search(page);
  assert.equal((await told(page)).length, Object.keys(CASES).length);
  assert.equal(await page.locator("job-match .notice").count(), Object.keys(CASES).length);
  assert.equal((await shown(page)).length, 10);
  await page.context().close();
});

// What only matching needs is not loaded before it is needed.
test("a broken taxonomy is told when something is matched; until then its offers can be looked at", async () => {
  const page = await open("/taxonomy");
  assert.deepEqual(await heard(page, "error"), []);
  assert.equal((await shown(page)).length, 10);
  await page.locator("job-match").evaluate((element) => (element.profile = { id: "x", wishes: [{ title: "développeur web" }] }));
  await state(page, "error");
  assert.deepEqual([...new Set((await heard(page, "error")).map(({ detail }) => detail.code))], ["catalogue-corrupt"]);
  await page.context().close();
});

test("beside a good one, a catalogue with a broken taxonomy is told then, and the rest works", async () => {
  const page = await open("/beside-taxonomy");
  assert.deepEqual(await told(page), []);
  await search(page);
  assert.deepEqual(await told(page), [["taxonomy", "catalogue-corrupt"]]);
  assert.equal(await page.locator("job-match .notice").count(), 1);
  assert.equal((await shown(page)).length, 10);
  await page.context().close();
});

test("a catalogue without a date is too old: it says so and hides its offers", async () => {
  const page = await open("/undated");
  assert.deepEqual((await heard(page, "error")).map(({ detail }) => detail.code), ["catalogue-outdated"]);
  assert.deepEqual(await shown(page), []);
  assert.ok((await page.locator("job-match .notice").textContent()).includes((await words("fr"))("widget.error.catalogue-outdated")));
  await page.context().close();
});

test("offers whose every text is an attack are text; only web addresses are links", async () => {
  const page = await open("/attack");
  await page.evaluate(() => addEventListener("securitypolicyviolation", () => (globalThis.ran = true)));
  await afterSearch(page, () => page.locator("job-match").evaluate((element) => (element.profile = { id: "x", wishes: [{ title: "développeur web" }], home: "57000" })));
  const cards = page.locator("job-match .card");
  assert.ok((await cards.count()) >= 5);
  for (const link of await page.locator("job-match .title a").all()) assert.match(await link.getAttribute("href"), /^https?:\/\//);
  const inside = await page.locator("job-match").evaluate((element) => ({
    foreign: element.shadowRoot.querySelectorAll("img, script, iframe, object, embed, style, link, [onerror], [onclick]").length,
    longest: Math.max(...[...element.shadowRoot.querySelectorAll(".card")].map(({ textContent }) => textContent.length)),
    text: [...element.shadowRoot.querySelectorAll(".title")].some(({ textContent }) => textContent.includes("<script>")),
  }));
  assert.equal(inside.foreign, 0);
  assert.ok(inside.text);
  assert.ok(inside.longest < 5_000, `${inside.longest}`);
  for (const why of (await page.locator("job-match").getByRole("button", { name: /^Pourquoi/ }).all()).slice(0, 5)) await why.click();
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  assert.equal({}.x, undefined);
  assert.ok(readdirSync(folder).length > 0);
  await page.context().close();
});
