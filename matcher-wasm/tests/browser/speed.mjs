// How fast the widget is with 10,000 offers, beside three search libraries doing their lesser search over the same offers in the
// same page: `node tests/browser/speed.mjs`. Prints; fails nothing but an empty answer. Numbers of one machine, in one run.

import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { launch } from "./browser.mjs";
import { TODAY, html, lines, matcher, widget } from "./harness.mjs";
import { OFFERS, offers } from "./market.mjs";
import { serve } from "./server.mjs";

const SEARCHES = Number(process.env.SEARCHES ?? 200);

const folder = join(tmpdir(), "matcher-speed/");
mkdirSync(folder, { recursive: true });
const all = offers();
writeFileSync(join(folder, "offers.json"), JSON.stringify(all));
matcher("pack", "--offers", join(folder, "offers.json"), "--as-of", TODAY, "--out", join(folder, "packed"));
// What a text search can see of the same offers.
writeFileSync(join(folder, "texts.json"), JSON.stringify(all.map(({ id, title, employer, essential_skills = [] }) => ({ id, title, employer, skills: essential_skills.map((skill) => skill.skill ?? skill).join(" ") }))));
await build({
  stdin: { resolveDir: new URL("../..", import.meta.url).pathname, contents: 'export { default as MiniSearch } from "minisearch"; export { default as Fuse } from "fuse.js"; export { create, insertMultiple, search } from "@orama/orama";' },
  bundle: true, format: "esm", minify: true, outfile: join(folder, "peers.js"),
});

const people = lines("profiles.jsonl").filter(({ wishes }) => wishes?.[0]?.title).map((profile) => ({ ...profile, tags: undefined }));
const server = await serve({ folders: { "/widget/": widget, "/speed/": folder }, pages: { "/": { html: html({ script: "", attributes: { src: "/speed/packed/entry.json" } }) } } });
const browser = await launch();
const page = await browser.newPage();
await page.goto(server.address);

const measured = await page.evaluate(async ({ people, searches, today }) => {
  const now = () => performance.now();
  const spread = (times) => {
    const sorted = [...times].sort((a, b) => a - b);
    return { p50: sorted[Math.floor(sorted.length / 2)], p95: sorted[Math.floor(sorted.length * 0.95)], max: sorted.at(-1) };
  };
  const asked = Array.from({ length: searches }, (_, at) => people[at % people.length]);
  const rows = [];
  const long = [];
  new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });

  // The engine behind its worker, asked as the widget asks it.
  const worker = new Worker("/widget/worker.js", { type: "module" });
  const waiting = new Map();
  let alive;
  const started = new Promise((resolve) => (alive = resolve));
  worker.onmessage = ({ data }) => (data.alive ? alive() : waiting.get(data.id)(data));
  let id = 0;
  const ask = (call, ...args) => new Promise((resolve, reject) => {
    waiting.set((id += 1), ({ answer, fault }) => (fault ? reject(new Error(fault.message)) : resolve(answer)));
    worker.postMessage({ id, call, args });
  });
  const address = (path) => new URL(path, location).href;
  let begun = now();
  await started;
  await ask("open", { address: address("/widget/matcher_bg.wasm"), sources: [address("/speed/packed/entry.json")], today, settings: {}, language: "fr" });
  await ask("words");
  const ready = now() - begun;
  let times = [];
  let found = 0;
  for (const profile of asked) {
    begun = now();
    found += (await ask("search", profile, { top: 10 })).matches.length;
    times.push(now() - begun);
  }
  rows.push({ name: "matching, 10 best", ready, found, ...spread(times) });
  times = [];
  for (const profile of asked) {
    begun = now();
    await ask("search", profile, { top: 10, explain: true, facets: true });
    times.push(now() - begun);
  }
  rows.push({ name: "matching, explained, with facets", ready, found, ...spread(times) });
  worker.terminate();

  // The widget: from its script to its list, and from a profile to the list that is drawn.
  long.length = 0;
  const listed = new Promise((resolve) => addEventListener("job-match-results", resolve, { once: true }));
  begun = now();
  await import("/widget/job-match.js");
  await listed;
  const first = now() - begun;
  const element = document.querySelector("job-match");
  times = [];
  for (const profile of asked.slice(0, 60)) {
    element.profile = profile;
    begun = now();
    await element.search();
    times.push(now() - begun);
  }
  rows.push({ name: "the widget, drawn", ready: first, found: element.shadowRoot.querySelectorAll(".card").length, ...spread(times.slice(1)), blocked: Math.max(0, ...long) });

  const { MiniSearch, Fuse, create, insertMultiple, search } = await import("/speed/peers.js");
  const peer = async (name, make, look) => {
    long.length = 0;
    begun = now();
    const texts = await (await fetch("/speed/texts.json")).json();
    const index = await make(texts);
    const ready = now() - begun;
    const times = [];
    let found = 0;
    for (const { wishes: [{ title }] } of asked) {
      begun = now();
      found += (await look(index, title)).length;
      times.push(now() - begun);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    rows.push({ name, ready, found, ...spread(times), blocked: Math.max(0, ...long) });
  };
  await peer("MiniSearch 7.2.0", (texts) => {
    const index = new MiniSearch({ fields: ["title", "employer", "skills"] });
    index.addAll(texts);
    return index;
  }, (index, title) => index.search(title, { fuzzy: 0.2, prefix: true }).slice(0, 10));
  await peer("Fuse.js 7.5.0", (texts) => new Fuse(texts, { keys: ["title", "employer", "skills"] }), (index, title) => index.search(title, { limit: 10 }));
  await peer("Orama 3.1.18", async (texts) => {
    const index = create({ schema: { title: "string", employer: "string", skills: "string" } });
    await insertMultiple(index, texts);
    return index;
  }, async (index, title) => (await search(index, { term: title, limit: 10, tolerance: 1 })).hits);
  return rows;
}, { people, searches: SEARCHES, today: TODAY });

await browser.close();
await server.close();
console.log(`${OFFERS} offers, ${SEARCHES} searches, Chromium; milliseconds. “ready” is from nothing to the first answer possible, files from this machine.`);
for (const { name, ready, p50, p95, max, blocked, found } of measured) {
  if (!(found > 0)) throw new Error(`${name} found nothing`);
  console.log(`${name.padEnd(34)} ready ${ready.toFixed(0).padStart(5)}   p50 ${p50.toFixed(1).padStart(7)}   p95 ${p95.toFixed(1).padStart(7)}   max ${max.toFixed(1).padStart(7)}${blocked === undefined ? "" : `   longest task of the page ${blocked.toFixed(0)}`}`);
}
