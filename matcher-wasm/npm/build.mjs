// Puts the npm package together in pkg/npm: `node npm/build.mjs` after matcher-wasm/build (the module for Node), build-widget and
// js/build.mjs.

import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = at("../pkg/npm/");
const version = readFileSync(at("../../Cargo.toml"), "utf8").match(/^version = "(.*)"$/m)[1];

rmSync(out, { recursive: true, force: true });
cpSync(at("../pkg/widget/"), out, { recursive: true });
mkdirSync(`${out}node`);
// The engine alone: its glue, which looks for the module beside it, in a page and under Node.
copyFileSync(at("../pkg/browser/matcher.js"), `${out}engine.js`);
for (const name of ["matcher.js", "matcher_bg.wasm"]) copyFileSync(at(`../pkg/web/${name}`), `${out}node/${name}`);
for (const name of ["engine.js", "pack.js", "pack.d.ts", "bin.js"]) copyFileSync(at(name), `${out}node/${name}`);
chmodSync(`${out}node/bin.js`, 0o755);
copyFileSync(at("README.md"), `${out}README.md`);
for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) copyFileSync(at(`../../${name}`), `${out}${name}`);
writeFileSync(`${out}package.json`, `${JSON.stringify({ ...JSON.parse(readFileSync(at("package.json"), "utf8")), version }, null, 2)}\n`);
