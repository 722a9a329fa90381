// What leaves the page, what is stored, what the host is told.

import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { TODAY, afterSearch, heard, html, lines, matcher, person, shown, stage, words } from "./harness.mjs";

// The demo's offers, each with a page of its own.
const folder = mkdtempSync(join(tmpdir(), "linked-"));
writeFileSync(join(folder, "offers.json"), JSON.stringify(lines("offers.jsonl").map((offer) => ({ ...offer, link: `https://offers.example/${offer.id}?a=1` }))));
matcher("pack", "--offers", join(folder, "offers.json"), "--as-of", TODAY, "--out", join(folder, "packed"));
const src = "/linked/entry.json";
const { open, server } = await stage(test, { folders: { "/linked/": join(folder, "packed") }, pages: {
  "/all": { html: html({ attributes: { src, adviser: true, remember: true } }) },
  "/explore": { html: html({ attributes: { src, view: "explore" } }) },
  "/marked": { html: html({ attributes: { src, partner: "mairie", origin: "accueil" } }) },
} });

/** Everything that is asked of the network while `use` uses the widget, from the first request on. */
async function requests(path, use) {
  server.requests.length = 0;
  const page = await open(path);
  const elsewhere = [];
  page.on("request", (request) => !request.url().startsWith(server.address) && !/^(blob|data):/.test(request.url()) && elsewhere.push(request.url()));
  await use(page);
  // Until the last file of all is there.
  for (let tries = 0; tries < 50 && !server.requests.some(({ path: asked }) => /words/.test(asked)); tries += 1) await page.waitForTimeout(100);
  await page.waitForTimeout(500);
  await page.context().close();
  assert.deepEqual(elsewhere, []);
  return server.requests.map(({ method, path: asked }) => `${method} ${asked}`).sort();
}

/** Types, chooses, filters, looks at everything. */
const visit = (profile, keywords) => async (page) => {
  const widget = page.locator("job-match");
  const t = await words("fr");
  await widget.getByRole("combobox").first().pressSequentially(keywords.slice(0, 4));
  await page.waitForTimeout(200);
  await afterSearch(page, () => widget.evaluate((element, record) => (element.profile = record), profile));
  for (const summary of await widget.locator(".results summary").all()) if (await summary.isVisible()) await summary.click();
  for (const why of (await widget.getByRole("button", { name: new RegExp(`^${t("ui.why")}`) }).all()).slice(0, 3)) await why.click();
  await afterSearch(page, () => widget.getByRole("searchbox").fill(keywords));
  await page.waitForTimeout(600);
};

test("no request depends on the profile or on the ranking", async () => {
  const people = lines("profiles.jsonl");
  const nobody = await requests("/all", async (page) => page.locator("job-match").getByRole("combobox").first().focus());
  const seen = [];
  for (const [id, keywords] of [["bank-adviser", "conseil"], [people[7].id, "software"], [people[23].id, "technicien"]]) {
    seen.push(await requests("/all", visit(person(id), keywords)));
  }
  for (const list of seen) assert.deepEqual(list, nobody);
  assert.ok(nobody.every((request) => request.startsWith("GET ")));
});

test("no request of explore depends on what is ticked, and nothing is stored", async () => {
  const seen = [];
  for (const ticked of [[0], [3, 20, 41], [7, 30, 60, 80]]) {
    seen.push(await requests("/explore", async (page) => {
      const boxes = page.locator("job-match").getByRole("checkbox");
      await boxes.first().waitFor();
      for (const at of ticked) await boxes.nth(at).check();
      await page.locator("job-match .trades li").first().waitFor();
      assert.deepEqual(await page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }, document.cookie]), [{}, {}, ""]);
      assert.ok((await heard(page)).every(({ type }) => type === "job-match-ready"), "no event tells what is ticked");
    }));
  }
  assert.ok(seen[0].length > 5);
  for (const list of seen) assert.deepEqual(list, seen[0]);
});

test("nothing is stored unless the visitor asks, then one key, and the erase button takes it away", async () => {
  const page = await open("/all");
  const stored = async () => ({
    ...(await page.evaluate(async () => ({ local: Object.keys(localStorage), session: Object.keys(sessionStorage), databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length, cookies: document.cookie }))),
    jar: (await page.context().cookies()).length,
  });
  const nothing = { local: [], session: [], databases: 0, caches: 0, cookies: "", jar: 0 };
  const t = await words("fr");
  await visit(person("bank-adviser"), "conseil")(page);
  assert.deepEqual(await stored(), nothing);
  await page.locator("job-match").getByLabel(t("widget.remember")).check();
  assert.deepEqual(await stored(), { ...nothing, local: ["job-match-profile"] });
  await page.reload();
  await page.waitForFunction(() => document.querySelector("job-match").profile.skills?.length > 0);
  await page.locator("job-match").getByRole("button", { name: t("widget.erase"), exact: true }).click();
  await page.locator("job-match").getByRole("button", { name: t("widget.erase.now"), exact: true }).click();
  assert.deepEqual(await stored(), nothing);
  await page.context().close();
});

/** Every text and number of a record that could tell something. */
const leaves = (value) => (typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [String(value)]);

test("no event but the hand-over carries a field of the profile; it fires only after the last button", async () => {
  const page = await open("/all");
  const t = await words("fr");
  const widget = page.locator("job-match");
  const profile = { id: "zq-9", wishes: [{ title: "développeur web zq" }], skills: ["JavaScript"], home: "57100", languages: [{ language: "pt", level: "C1" }], pay: { min: 1987 },
    exclusions: [{ text: "travail de nuit zq" }], commute: { modes: ["car"], minutes: 47 } };
  await visit(profile, "dével")(page);
  await afterSearch(page, () => widget.getByRole("searchbox").fill(""));
  await widget.getByRole("button", { name: new RegExp(`^${t("widget.card.keep")}`) }).first().click();
  await page.evaluate(() => addEventListener("job-match-select", (event) => event.preventDefault()));
  await widget.locator(".card a").first().click();
  await widget.evaluate((element) => element.search());
  const known = { "job-match-ready": ["catalogues", "offers"], "job-match-results": ["considered", "eligible", "selected"], "job-match-select": ["link", "offer"], "job-match-change": [], "job-match-error": ["catalogue", "code", "message"] };
  const telling = leaves(profile).filter((text) => text.length > 2);
  for (const { type, detail } of await heard(page)) {
    assert.deepEqual(Object.keys(detail ?? {}).sort(), known[type], type);
    if (type === "job-match-select") continue;
    for (const text of leaves(detail)) assert.ok(!telling.includes(text), `${type} carries ${text}`);
  }
  assert.deepEqual(new Set((await heard(page)).map(({ type }) => type)), new Set(["job-match-ready", "job-match-results", "job-match-change", "job-match-select"]));

  await widget.getByRole("button", { name: t("widget.send"), exact: true }).click();
  const sheet = (await widget.locator(".sheet").textContent()).replace(/\s+/g, " ");
  for (const text of ["développeur web zq", "JavaScript", "57100", "portugais", "1 987", "travail de nuit zq", "47"]) assert.ok(sheet.replace(/[\u202f\u00a0]/g, " ").includes(text), `${text} is not in ${sheet}`);
  assert.deepEqual(await heard(page, "hand-over"), []);
  await widget.getByRole("button", { name: t("widget.send.now"), exact: true }).click();
  const [{ detail }] = await heard(page, "hand-over");
  assert.deepEqual(detail.profile, profile);
  await page.context().close();
});

test("the partner's marks stand in the links of offers and nowhere else", async () => {
  server.requests.length = 0;
  const page = await open("/marked");
  await afterSearch(page, () => page.locator("job-match").evaluate((element, record) => (element.profile = record), person("bank-adviser")));
  const links = await page.locator("job-match .title a").all();
  assert.equal(links.length, (await shown(page)).length);
  assert.ok(links.length > 0);
  for (const link of links) {
    const { searchParams } = new URL(await link.getAttribute("href"));
    assert.deepEqual(["a", "utm_source", "utm_content"].map((name) => searchParams.get(name)), ["1", "mairie", "accueil"]);
  }
  assert.ok(server.requests.every(({ path }) => !/mairie|accueil/.test(path)));
  await page.context().close();
});

test("whatever is typed, chosen, pasted or answered stands under the marks that ask recorders to look away", async () => {
  const t = await words("fr");
  for (const view of ["match", "explore"]) {
    const page = await open(view === "explore" ? "/explore" : "/all");
    const widget = page.locator("job-match");
    if (view === "match") await visit(person("bank-adviser"), "conseil")(page);
    if (view === "match") await widget.getByRole("button", { name: t("widget.send"), exact: true }).click();
    else await widget.getByRole("checkbox").first().check();
    const [seen, bare] = await widget.evaluate((element, marks) => {
      const told = [...element.shadowRoot.querySelectorAll("input, select, textarea, .chip, .card, .sheet, .trades")];
      return [told.length, told.filter((one) => !marks.every((mark) => one.closest(`[${mark}]`))).map(({ outerHTML }) => outerHTML.slice(0, 80))];
    }, ["data-private", "data-hj-suppress", "data-sentry-mask", "data-dd-privacy", "data-clarity-mask", "data-matomo-mask"]);
    assert.ok(seen > 20);
    assert.deepEqual(bare, []);
    await page.context().close();
  }
});
