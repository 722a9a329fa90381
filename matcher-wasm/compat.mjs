// The engine that wasm2js made, behind the same glue as the modules: `node compat.mjs FOLDER`, after wasm2js.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const path = join(folder, "matcher_bg.js");
let glue = readFileSync(path, "utf8");

// Where memory grows, wasm2js leaves the old buffer as it is: a view of it would go on showing what was there before.
let views = 0;
glue = glue.replace(/if \((cached\w+Memory\w*) === null \|\| .*\) \{/g, (_, view) => {
  views += 1;
  return `if (${view} === null || ${view}.buffer !== wasm.memory.buffer) {`;
});
const cached = glue.match(/let cached\w+Memory\w* = null/g)?.length;
assert.equal(views, cached, `the glue has ${cached} views of memory; ${views} were found`);
writeFileSync(path, glue);

writeFileSync(join(folder, "matcher.js"), `import * as wasm from "./module.js";
import { __wbg_set_wasm } from "./matcher_bg.js";

__wbg_set_wasm(wasm);
wasm.__wbindgen_start?.();

export * from "./matcher_bg.js";
/** There is nothing to load. */
export default async function init() {}
init.isScript = true;
`);
