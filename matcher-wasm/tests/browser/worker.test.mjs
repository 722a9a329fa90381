// What happens when the worker stops, hangs, or is asked faster than it answers.

import assert from "node:assert/strict";
import test from "node:test";
import { afterSearch, heard, html, shown, stage, state } from "./harness.mjs";

/** The worker of the package behind one that interferes with its first question of a kind, once for all workers. */
const meddling = (what) => `
  addEventListener("message", async (event) => {
    if (event.data.call !== "search" || event.data.passed) return;
    event.stopImmediatePropagation();
    const times = Number(await (await fetch("/times")).text());
    if (times > ${what === "always" ? 99 : 1}) return dispatchEvent(new MessageEvent("message", { data: { ...event.data, passed: true } }));
    ${what === "hang" ? "for (;;) {}" : 'postMessage({ id: event.data.id, fault: { code: "engine-lost", message: "unreachable" }, lost: true });'}
  });
  await import("/widget/worker.js");`;
const js = { "content-type": "text/javascript" };

async function meddled(context, what) {
  let times = 0;
  const { open } = await stage({ after: (done) => context.after(done) }, { pages: {
    "/row": { html: html({ attributes: { "worker-url": "/meddling.js" } }) },
    "/meddling.js": { body: meddling(what), headers: js },
    "/times": () => ({ body: String((times += 1)) }),
  } });
  return { page: await open("/row"), times: () => times };
}

const profile = { id: "x", wishes: [{ title: "développeur web" }], home: "57000" };
const search = (page) => page.locator("job-match").evaluate((element, record) => (element.profile = record), profile);

test("after a trap the worker is started again, told what the old one knew, and the question is asked again", async (context) => {
  const { page, times } = await meddled(context, "trap");
  await afterSearch(page, () => search(page));
  assert.equal((await shown(page)).length, 10);
  assert.equal(times(), 2);
  assert.deepEqual(await heard(page, "error"), []);
});

test("a worker that says nothing for thirty seconds is replaced", async (context) => {
  const { page, times } = await meddled(context, "hang");
  const begun = Date.now();
  await afterSearch(page, () => search(page));
  assert.ok(Date.now() - begun > 29_000);
  assert.equal((await shown(page)).length, 10);
  assert.equal(times(), 2);
});

test("an engine that stops again is an error with its code, and the partner's own link is shown", async (context) => {
  const { page, times } = await meddled(context, "always");
  await search(page);
  await state(page, "error");
  assert.deepEqual((await heard(page, "error")).map(({ detail }) => detail.code), ["engine-lost"]);
  assert.ok(await page.getByRole("link", { name: "Toutes les offres" }).isVisible());
  assert.equal(times(), 2);
});

test("of searches that come faster than answers only the newest is shown", async (context) => {
  const { open } = await stage({ after: (done) => context.after(done) });
  const page = await open("/");
  await afterSearch(page, () => search(page));
  const before = (await heard(page, "results")).length;
  const after = await page.locator("job-match").evaluate(async (element) => {
    const titles = ["comptable", "infirmier", "plombier", "cuisinier", "développeur web", "technicien réseau", "gestionnaire de paie", "data analyst"];
    const searches = titles.map((title) => {
      element.profile = { id: "x", wishes: [{ title }], home: "57000" };
      return element.search();
    });
    await Promise.all(searches);
    return element.profile.wishes[0].title;
  });
  assert.equal(after, "data analyst");
  await page.waitForTimeout(600);
  const answers = (await heard(page, "results")).length - before;
  assert.ok(answers >= 1 && answers <= 3, `${answers} answers for eight searches`);
  const list = await shown(page);
  await afterSearch(page, () => page.locator("job-match").evaluate((element) => element.search()));
  assert.deepEqual(await shown(page), list);
});

test("in the page itself the answers are those of the worker", async (context) => {
  const { open } = await stage({ after: (done) => context.after(done) }, { pages: { "/in-page": { html: html({ attributes: { "no-worker": true } }) } } });
  const lists = [];
  for (const path of ["/", "/in-page"]) {
    const page = await open(path);
    await afterSearch(page, () => search(page));
    lists.push(await shown(page));
    assert.equal(page.workers().length, path === "/" ? 1 : 0);
  }
  assert.deepEqual(lists[0], lists[1]);
});

test("a widget taken out of the page and put back works again; two scripts define it once", async (context) => {
  const { open } = await stage({ after: (done) => context.after(done) }, { pages: { "/twice": { html: html({ head: '<script type="module" src="/widget/job-match.js?again"></script>' }) } } });
  const page = await open("/twice");
  await page.evaluate(() => {
    const widget = document.querySelector("job-match");
    widget.remove();
    globalThis.kept = widget;
  });
  await page.waitForTimeout(100);
  assert.equal(page.workers().length, 0);
  await page.evaluate(() => document.querySelector("main").append(globalThis.kept));
  await state(page, "ready");
  await afterSearch(page, () => search(page));
  assert.equal((await shown(page)).length, 10);
  assert.deepEqual(page.complaints, []);
});
