// The packed npm tarball installed in fresh projects, as partners have them: a script tag, modules without a bundler, Vite, esbuild,
// Node; its types compiled, its manifest linted.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "./browser/browser.mjs";
import { TODAY, afterSearch, matcher, packed, root, shown, state } from "./browser/harness.mjs";
import { serve } from "./browser/server.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const tools = at("../node_modules");
const run = (cwd, command, ...args) => execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 28 });
const folder = mkdtempSync(join(tmpdir(), "package-"));
const tarball = join(folder, run(at("../pkg/npm"), "npm", "pack", "--silent", "--pack-destination", folder).trim().split("\n").pop());

/** A fresh project with nothing but the tarball in it. */
function project(name, files = {}) {
  const to = join(folder, name);
  mkdirSync(to);
  writeFileSync(join(to, "package.json"), JSON.stringify({ name, private: true, type: "module" }));
  run(to, "npm", "install", "--offline", "--silent", "--no-audit", "--no-fund", tarball);
  for (const [path, content] of Object.entries(files)) writeFileSync(join(to, path), content);
  return to;
}

const browser = await launch();
test.after(() => browser.close());

/** Opens a page of a folder and matches somebody in it; `before` runs in the page before everything else. */
async function finds(context, site, { html, headers = {}, before }) {
  const server = await serve({ folders: { "/demo/": packed(), "/": `${site}/` }, pages: { "/page": { html, headers } } });
  context.after(() => server.close());
  const page = await browser.newPage();
  page.setDefaultTimeout(180_000);
  if (before) await page.addInitScript(before);
  await page.addInitScript(() => {
    globalThis.heard = [];
    addEventListener("job-match-results", ({ type, detail }) => globalThis.heard.push({ type, detail }));
  });
  await page.goto(`${server.address}/page`);
  await state(page, "ready");
  // The first list is there too, so that the answer waited for is the search's.
  await page.waitForFunction(() => globalThis.heard.length > 0);
  await afterSearch(page, () => page.locator("job-match").evaluate((element) => (element.profile = { id: "x", wishes: [{ title: "développeur web" }], home: "57000" })));
  assert.equal((await shown(page)).length, 10);
  // A worker did it, not the page.
  assert.equal(page.workers().length, 1);
  await page.close();
}

const STRICT = { "content-security-policy": "default-src 'none'; img-src data:; connect-src 'self'; style-src 'self'; worker-src 'self'; script-src 'self' 'wasm-unsafe-eval'" };
const tag = (more = "") => `<job-match src="/demo/entry.json" as-of="${TODAY}" ${more}></job-match>`;
const page = (script, more) => `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">${script}</head><body>${tag(more)}</body></html>`;

test("a script tag, from the installed files", async (context) => {
  const site = project("script");
  await finds(context, site, { html: page('<script type="module" src="/node_modules/job-match/job-match.js"></script>'), headers: STRICT });
});

test("a module that imports it by an import map, without a bundler", async (context) => {
  const site = project("modules", { "main.js": 'import { EVENTS } from "job-match";\nif (EVENTS.ready !== "job-match-ready") throw new Error();\n' });
  const map = '<script type="importmap">{"imports": {"job-match": "/node_modules/job-match/job-match.js"}}</script>';
  await finds(context, site, { html: page(`${map}<script type="module" src="/main.js"></script>`) });
});

test("Vite, without a plug-in or an option: it finds worker and engine by itself", async (context) => {
  const site = project("vite", { "main.js": 'import "job-match";\n', "index.html": page('<script type="module" src="/main.js"></script>') });
  const { build } = await import("vite");
  await build({ root: site, logLevel: "error", configFile: false });
  assert.ok(readdirSync(join(site, "dist/assets")).some((name) => /^worker-.*\.js$/.test(name)));
  const built = { html: readFileSync(join(site, "dist/index.html"), "utf8"), headers: STRICT };
  await finds(context, join(site, "dist"), built);
  // Browsers that know no Trusted Types take the literal that Vite looks for.
  await finds(context, join(site, "dist"), { ...built, before: () => delete globalThis.trustedTypes });
});

test("esbuild, with worker-url and wasm-url", async (context) => {
  const site = project("esbuild", { "main.js": 'import "job-match";\n' });
  const { build } = await import("esbuild");
  await build({ absWorkingDir: site, entryPoints: ["main.js"], bundle: true, format: "esm", outdir: "out", splitting: true, logLevel: "error" });
  cpSync(join(site, "node_modules/job-match"), join(site, "out/widget"), { recursive: true });
  await finds(context, join(site, "out"), { html: page('<script type="module" src="/main.js"></script>', 'worker-url="/widget/worker.js" wasm-url="/widget/"'), headers: STRICT });
});

test("one file, from the installed files", async (context) => {
  const site = project("single");
  await finds(context, site, { html: page('<script type="module" src="/node_modules/job-match/job-match.single.js"></script>') });
});

test("Node: the engine matches, and importing the widget where there is no page does nothing", () => {
  const site = project("node", { "main.js": `
    import "job-match";
    import { Matcher, version } from "job-match/engine";
    const engine = Matcher.embedded();
    engine.addOffers("x", JSON.stringify([{ id: "a", title: "Développeuse web", places: ["Metz"] }]));
    const { matches } = JSON.parse(engine.match(JSON.stringify({ id: "p", wishes: [{ title: "développeur web" }], home: "57000" }), JSON.stringify({ as_of: "${TODAY}" })));
    console.log(JSON.stringify({ version: version(), offers: matches.map(({ offer }) => offer) }));` });
  const { version, offers } = JSON.parse(run(site, "node", "main.js"));
  assert.equal(version, JSON.parse(readFileSync(join(site, "node_modules/job-match/package.json"), "utf8")).version);
  assert.deepEqual(offers, ["a"]);
});

test("npx packs: the same files, byte for byte, as the command writes", () => {
  const site = project("pack");
  const demo = join(root, "matcher-core/data/demo");
  const options = ["--offers", join(demo, "offers.jsonl"), "--trainings", join(demo, "trainings.jsonl"), "--as-of", TODAY, "--out"];
  run(site, "npx", "--offline", "job-match-pack", ...options, join(site, "packed"));
  matcher("pack", ...options, join(site, "by-the-command"));
  const names = readdirSync(join(site, "by-the-command")).sort();
  assert.equal(names.length, 6);
  assert.deepEqual(readdirSync(join(site, "packed")).sort(), names);
  for (const name of names) assert.ok(readFileSync(join(site, "packed", name)).equals(readFileSync(join(site, "by-the-command", name))), name);
});

test("npx packs JobPostings of pages and lists in lines, keeps the packing before, and says what it cannot read", () => {
  const site = project("formats", {
    "postings.json": JSON.stringify({ "@context": "https://schema.org", "@graph": [{ "@type": "JobPosting", title: "Développeur web", identifier: "j-1", hiringOrganization: { "@type": "Organization", name: "X" },
      jobLocation: { "@type": "Place", address: { postalCode: "57000", addressLocality: "Metz", addressCountry: "FR" } }, validThrough: "2027-12-31" }] }),
    "lines.jsonl": '{"id": "a", "title": "Développeur web"}\n{"id": "b", "title": "Past", "valid_through": "2020-01-01"}\n{"title": "no id"}\n',
    "broken.jsonl": '{"id": "a"}\n{oops}\n',
  });
  const pack = (...args) => {
    try {
      return { status: 0, out: execFileSync("npx", ["--offline", "job-match-pack", "--out", "packed", "--as-of", TODAY, ...args], { cwd: site, encoding: "utf8", stdio: "pipe" }) };
    } catch ({ status, stdout, stderr }) {
      return { status, out: stdout + stderr };
    }
  };
  assert.match(pack("--offers", "postings.json").out, /^1 offers of 2027-03-01/);
  const before = readdirSync(join(site, "packed"));
  const second = pack("--offers", "lines.jsonl");
  assert.equal(second.status, 3);
  assert.match(second.out, /^1 offers of/);
  assert.ok(before.every((name) => existsSync(join(site, "packed", name))), "a page that read the entry before still finds its files");
  const broken = pack("--offers", "broken.jsonl");
  assert.deepEqual([broken.status, /line 2 is not JSON/.test(broken.out)], [1, true]);
  assert.deepEqual([pack().status, pack("--offers", "nowhere.json").status, pack("--offers", "lines.jsonl", "--as-of", "soon").status], [2, 1, 2]);
});

test("the types compile: events, properties, the engine", () => {
  const site = project("types", {
    "main.ts": `
      import { ERRORS, EVENTS, JobMatch, type Profile } from "job-match";
      import { Matcher, version, type MatcherError } from "job-match/engine";
      import { pack } from "job-match/pack";
      const element = document.querySelector("job-match")!;
      const profile: Profile = { id: "p", skills: ["SQL"], commute: { modes: ["car"], minutes: 45 } };
      element.profile = profile;
      element.addEventListener("job-match-results", ({ detail }) => console.log(detail.eligible + 1));
      element.addEventListener(EVENTS.handOver, (event) => console.log(event.type));
      JobMatch.configure({ worker: "/worker.js", messages: { fr: { "widget.promise": "…" } } });
      const engine: Matcher = Matcher.embedded();
      const answer: string = engine.match(JSON.stringify(profile));
      console.log(ERRORS.length, answer, version(), (error: MatcherError) => error.code, pack({ offers: "[]", date: "2027-03-01" }).files[0]!.bytes.length);
      // @ts-expect-error: a mode that does not exist
      element.profile = { id: "p", commute: { modes: ["boat"] } };`,
    "tsconfig.json": JSON.stringify({ compilerOptions: { strict: true, noEmit: true, module: "nodenext", target: "es2022", lib: ["es2023", "dom", "dom.iterable"], types: [], skipLibCheck: false }, files: ["main.ts"] }),
  });
  run(site, join(tools, ".bin/tsc"), "-p", ".");
});

test("what the engine answers is what its types say, field by field", () => {
  const demo = join(root, "matcher-core/data/demo");
  const site = project("answers", {
    "answers.js": `
      import { readFileSync } from "node:fs";
      import { Listing, Matcher, readPostings, readRecord, readResume, writeResume } from "job-match/engine";
      const lines = (name) => readFileSync(${JSON.stringify(demo)} + "/" + name, "utf8").trim().split("\\n");
      const [offers, trainings, people] = [lines("offers.jsonl"), lines("trainings.jsonl"), lines("profiles.jsonl")];
      const list = (records) => "[" + records.join(",") + "]";
      const source = Matcher.embedded();
      const packed = source.pack(list(offers), list(trainings), JSON.stringify({ as_of: "${TODAY}" }));
      const bytes = (kind) => packed.file(packed.names().match(new RegExp(kind + "-[0-9a-f]+.bin"))[0]);
      const said = {};
      const say = (type, json) => ((said[type] ??= []).push(json), JSON.parse(json));
      say("Entry", packed.entry());
      say("{ offers: number; trainings: number; past: number; rejected: number; issues: Issue[] }", packed.report());
      const listing = new Listing();
      say("CatalogueReport", listing.addCatalogue("demo", bytes("offers")));
      say("Browsed", listing.browse(0, 5, "${TODAY}", "conseil", ["country", "FR"], true));
      const engine = new Matcher(bytes("taxonomy"), bytes("places"), ${JSON.stringify(readFileSync(join(root, "matcher-core/data/demo/settings.json"), "utf8"))});
      engine.loadWords(bytes("words"));
      say("CatalogueReport", engine.addCatalogue("demo", bytes("offers")));
      say("{ trainings: number; folded: number }", engine.addTrainings(bytes("trainings")));
      say("CatalogueReport & { issues: Issue[] }", engine.addOffers("page", JSON.stringify([{ id: "own", title: "Développeuse web", places: ["Metz"], unheard: 1, tags: { event: ["fair"] } }])));
      const own = { id: "p", text: "Développeuse web : JavaScript, SQL. Pas de Java.", wishes: [{ title: "zzqx" }, { title: "Développeuse web" }], home: "57000", skills: ["JavaScript"],
        exclusions: [{ text: "nuit" }], commute: { modes: ["bike", "transit"], minutes: 20, countries: ["FR"] }, contracts: ["permanent"], pay: { min: 4000 } };
      for (const text of [...people, JSON.stringify(own)]) {
        const { record } = say('{ record: object | null; issues: Issue[] }', readRecord("profile", text));
        const person = JSON.stringify(record);
        const options = { as_of: "${TODAY}", top: 2, explain: true, facets: true, openings: 2, language: "fr", min_confidence: 0.3 };
        const { matches } = say("Answer", engine.match(person, JSON.stringify(options)));
        say("{ openings: Opening[]; issues?: Issue[]; names?: Names }", engine.relaxations(person, JSON.stringify(options)));
        say("Lesson[]", engine.learn(person, JSON.stringify(options)));
        if (matches.length === 0) continue;
        const [{ offer }] = matches;
        say("Explanation", engine.explain(person, offer, JSON.stringify(options)));
        say("Missing[]", engine.missing(person, offer, JSON.stringify(options)));
        say("WhatIf", engine.whatIf(person, JSON.stringify([{ change: "language", language: "de", level: "C1" }]), offer, JSON.stringify(options)));
        for (const { offer: other } of JSON.parse(engine.browse(JSON.stringify({ top: 3 }))).offers) say("WhyNot", engine.whyNot(person, other, JSON.stringify(options)));
        say("{ profile: Profile; issues: Issue[] }", readResume(writeResume(person)));
      }
      say("Browsed", engine.browse(JSON.stringify({ as_of: "${TODAY}", top: 5, facets: true, chosen: { country: ["FR"] } })));
      say("PlaceSuggestion[]", engine.suggestPlaces("Me", 5));
      say("Suggestion[]", engine.complete("dévelopeur", "fr", 5));
      say("Linked[]", engine.link("occupation", "Dév. web H/F", "fr", 5));
      say("Find[]", engine.spot(own.text, "fr"));
      const choices = say("ExploreChoice[]", engine.exploreChoices("de"));
      say("Explored", engine.explore(JSON.stringify({ chosen: choices.slice(0, 4).map(({ id }) => id) }), "de", 10));
      say("{ offers: OfferRecord[]; issues: Issue[] }", readPostings(JSON.stringify({ "@context": "https://schema.org", "@type": "JobPosting", title: "Développeur", identifier: "j-1", datePosted: "x" })));
      const types = Object.keys(said);
      console.log('import type { Answer, Browsed, CatalogueReport, Entry, Explanation, ExploreChoice, Explored, Find, Issue, Lesson, Linked, Missing, Names, OfferRecord, Opening, PlaceSuggestion, Profile, Suggestion, WhatIf, WhyNot } from "job-match/engine";');
      types.forEach((type, at) => console.log("export const answer" + at + ": (" + type + ")[] = [\\n" + said[type].join(",\\n") + "\\n];"));`,
    "tsconfig.json": JSON.stringify({ compilerOptions: { strict: true, noEmit: true, module: "nodenext", target: "es2022", lib: ["es2023", "dom", "dom.iterable"], types: [] }, files: ["answers.ts"] }),
  });
  const program = run(site, "node", "answers.js");
  assert.ok((program.match(/"criterion"/g) ?? []).length > 500, "explanations were looked at");
  writeFileSync(join(site, "answers.ts"), program);
  run(site, join(tools, ".bin/tsc"), "-p", ".");
  // A field that the types do not have is seen.
  writeFileSync(join(site, "answers.ts"), program.replace('"criterion"', '"criterium"'));
  assert.throws(() => execFileSync(join(tools, ".bin/tsc"), ["-p", "."], { cwd: site, stdio: "pipe" }));
});

test("publint finds nothing, and the manifest names every attribute, event and part", async () => {
  const { publint } = await import("publint");
  const { messages } = await publint({ pkgDir: at("../pkg/npm"), strict: true });
  assert.deepEqual(messages, []);
  const [declared] = JSON.parse(readFileSync(at("../pkg/npm/custom-elements.json"), "utf8")).modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName === "job-match");
  assert.ok(declared.attributes.length >= 15 && declared.events.length === 6 && declared.cssParts.length >= 15, JSON.stringify(Object.keys(declared)));
});
