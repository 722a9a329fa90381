// One glue for three modules: whatever a smaller module exports and imports, the glue of the whole one knows by the same name.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const here = new URL("pkg/browser/", import.meta.url);
const module = (name) => new WebAssembly.Module(readFileSync(new URL(name, here)));
const names = (list) => new Set(list.map(({ module = "", name, kind }) => `${module} ${name} ${kind}`));
const whole = module("matcher_whole_bg.wasm");
const [imports, exports] = [names(WebAssembly.Module.imports(whole)), names(WebAssembly.Module.exports(whole))];
for (const name of ["matcher_first_bg.wasm", "matcher_bg.wasm"]) {
  const smaller = module(name);
  for (const own of names(WebAssembly.Module.imports(smaller))) assert.ok(imports.has(own), `${name} imports ${own}`);
  for (const own of names(WebAssembly.Module.exports(smaller))) assert.ok(exports.has(own), `${name} exports ${own}`);
}
