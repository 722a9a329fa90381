// Prints what a page loads, as it lies on disk and as a server sends it, and fails where a part has outgrown its budget.
import { existsSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const here = new URL("pkg/", import.meta.url);
const parts = {
  "first load": { files: ["widget/job-match.js", "widget/worker.js", "browser/matcher_first_bg.wasm"], budget: 100_000 },
  "the engine that matches": { files: ["browser/matcher_bg.wasm"], budget: 462_000 },
  "messages of a language": { files: ["widget/messages/fr.js"], budget: 8_000 },
  "the whole engine, for files and offers of the page": { files: ["browser/matcher_whole_bg.wasm"], budget: 587_000 },
  "the engine without WebAssembly": { files: ["widget/worker.compat.js"], budget: 715_000 },
};

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
let tooLarge = false;
for (const [name, { files, budget }] of Object.entries(parts)) {
  let sum = 0;
  for (const file of files.filter((file) => existsSync(new URL(file, here)))) {
    const bytes = readFileSync(new URL(file, here));
    sum += brotli(bytes);
    console.log(`  ${file}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzip, ${brotli(bytes)} brotli`);
  }
  console.log(`${name}: ${sum} brotli of at most ${budget}`);
  tooLarge ||= sum > budget;
}
if (tooLarge) {
  console.error("budgets: a part has outgrown its budget");
  process.exit(1);
}
