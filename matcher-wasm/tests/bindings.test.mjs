// The bindings as Node loads them, on the optimised module.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
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
