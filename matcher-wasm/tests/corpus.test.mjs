// Every case of the corpus, answered by the widget's worker in WebAssembly and by the one in JavaScript: the bytes of the native build.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { launch } from "./browser/browser.mjs";
import { serve } from "./browser/server.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const corpus = at("../../corpus/");
const cases = readdirSync(corpus).filter((name) => name.endsWith(".json"));
const folder = `${mkdtempSync(join(tmpdir(), "corpus-"))}/`;

/** The worker as it is shipped, over an engine that can also run a case. */
async function worker(name, engine) {
  const over = { name: "over", setup: (bundle) => bundle.onResolve({ filter: /^\.\/matcher\.js$/ }, () => ({ path: join(engine, "matcher.js") })) };
  await build({
    stdin: { resolveDir: at("../js"), contents: 'import { runCase } from "./matcher.js"; import { Session } from "./session.js"; Session.prototype.runCase = runCase; import "./worker.js";' },
    bundle: true, format: "esm", outfile: `${folder}${name}.js`, plugins: [over], logLevel: "error",
  });
}
await worker("wasm", at("../pkg/corpus/browser"));
await worker("script", at("../pkg/corpus/compat"));

const server = await serve({ folders: { "/corpus/": folder, "/engine/": at("../pkg/corpus/browser/") }, pages: { "/": { html: "<!doctype html><title>x</title>" } } });
const browser = await launch();
test.after(async () => {
  await browser.close();
  await server.close();
});

for (const name of ["wasm", "script"]) {
  test(`the worker “${name}” answers every case with the bytes of the native build`, async () => {
    assert.ok(cases.length >= 30);
    const page = await browser.newPage();
    await page.goto(server.address);
    const answers = await page.evaluate(async ({ name, texts }) => {
      const worker = new Worker(`/corpus/${name}.js`, { type: "module" });
      const waiting = [];
      worker.onmessage = ({ data }) => !data.alive && waiting.shift()(data);
      const ask = (call, ...args) => new Promise((resolve) => (waiting.push(resolve), worker.postMessage({ id: 1, call, args })));
      await new Promise((resolve) => worker.addEventListener("message", resolve, { once: true }));
      const begun = await ask("begin", { address: new URL("/engine/matcher_bg.wasm", location).href });
      if (begun.fault) throw new Error(begun.fault.message);
      const found = [];
      for (const text of texts) found.push(await ask("runCase", text));
      return found;
    }, { name, texts: cases.map((file) => readFileSync(join(corpus, file), "utf8")) });
    for (const [number, file] of cases.entries()) {
      assert.equal(answers[number].fault, undefined, file);
      assert.equal(answers[number].answer, readFileSync(join(corpus, file.replace(/json$/, "expected.jsonl")), "utf8"), file);
    }
    await page.close();
  });
}
