// The engine under Node, with the bundled taxonomy and places inside the module: ready when it is imported.

import { readFileSync } from "node:fs";
import { initSync } from "./matcher.js";

initSync({ module: readFileSync(new URL("./matcher_bg.wasm", import.meta.url)) });

export * from "./matcher.js";
