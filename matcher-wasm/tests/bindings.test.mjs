// The bindings as Node loads them, on the optimised module.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

const matcher = createRequire(import.meta.url)("../pkg/nodejs/matcher.js");

test("the version is the workspace's", () => {
  const manifest = readFileSync(new URL("../../Cargo.toml", import.meta.url), "utf8");
  assert.equal(matcher.version(), manifest.match(/^version = "(.*)"$/m)[1]);
});

test("a record is read with its issues", () => {
  const { record, issues } = JSON.parse(matcher.readRecord("profile", '{"id":"p1","home":"57000","skils":["SQL"]}'));
  assert.equal(record.id, "p1");
  assert.deepEqual(issues.map(({ code, pointer }) => [code, pointer]), [["record.unknown-field", "/skils"]]);
});

test("a fault is an Error with a code", () => {
  assert.throws(
    () => matcher.readRecord("person", "{}"),
    (fault) => fault instanceof Error && fault.name === "MatcherError" && fault.code === "call.unknown-kind",
  );
});

test("the types name what is thrown and every function", () => {
  const types = readFileSync(new URL("../pkg/web/matcher.d.ts", import.meta.url), "utf8");
  for (const name of ["interface MatcherError extends Error", "function version()", "function readRecord("]) {
    assert.ok(types.includes(name), name);
  }
});

test("every case of the corpus is answered with the bytes of the native build", () => {
  const folder = new URL("../../corpus/", import.meta.url);
  const cases = readdirSync(folder).filter((name) => name.endsWith(".json"));
  assert.ok(cases.length >= 30);
  for (const name of cases) {
    const expected = readFileSync(new URL(name.replace(/json$/, "expected.jsonl"), folder), "utf8");
    assert.equal(matcher.runCase(readFileSync(new URL(name, folder), "utf8")), expected, name);
  }
});

test("the embedded engine finds offers for a person of the demo, explains one and refuses one", () => {
  const folder = new URL("../../matcher-core/data/demo/", import.meta.url);
  const lines = (name) => readFileSync(new URL(name, folder), "utf8").trim().split("\n");
  const engine = matcher.Matcher.embedded(readFileSync(new URL("settings.json", folder), "utf8"));
  const { issues } = JSON.parse(engine.addOffers("demo", `[${lines("offers.jsonl").join(",")}]`));
  assert.deepEqual(issues.filter(({ severity }) => severity === "rejected"), []);
  assert.equal(engine.size, 300);
  const adviser = lines("profiles.jsonl").find((line) => JSON.parse(line).id === "bank-adviser");
  const options = JSON.stringify({ as_of: "2027-03-01", top: 300 });
  const { matches, eligible } = JSON.parse(engine.match(adviser, options));
  assert.equal(matches.length, eligible);
  const { criteria, score } = JSON.parse(engine.explain(adviser, matches[0].offer, options));
  assert.equal(criteria.reduce((sum, { lost }) => sum + lost, 0), 1_000_000 - score);
  const shown = new Set(matches.map(({ offer }) => offer));
  const hidden = lines("offers.jsonl").map((line) => JSON.parse(line)).find(({ id, source }) => !shown.has(`${source}:${id}`));
  assert.ok(JSON.parse(engine.whyNot(adviser, `${hidden.source}:${hidden.id}`, options)).refusals.length > 0);
});

test("what is being typed is completed, a typing error is passed over, and other kinds are refused", () => {
  const engine = matcher.Matcher.embedded();
  const complete = (...question) => JSON.parse(engine.complete(...question));
  const found = complete("développeur w", "fr", 5, "occupation");
  assert.ok(found.length === 5 && found.every(({ kind }) => kind === "occupation"));
  assert.deepEqual(found.slice(0, 2).map(({ fit }) => fit), ["beginning", "beginning"]);
  assert.match(found[0].label, /^[Dd]éveloppeur/);
  assert.equal(complete("dévelopeur w", "fr", 1)[0].fit, "slip");
  assert.deepEqual(complete("dévelopeur w", "fr", 5), complete("dévelopeur w", "fr", 5));
  assert.deepEqual(complete(" ", "fr", 5), []);
  assert.throws(() => engine.complete("a", "fr", 5, "town"), { code: "call.unknown-kind" });
  assert.throws(() => engine.complete("a", "french", 5), { code: "language.not-a-code" });
});
