// The example pages on http://localhost:8080: `node examples/site/serve.mjs` after `matcher-wasm/build-widget`. The demo's offers are
// packed by the command, as a partner's nightly job would do it.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../../matcher-wasm/tests/browser/server.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const demo = at("../../matcher-core/data/demo/");

/** The demo's day; a real page leaves `as-of` out, and its nightly job packs for today. */
const DAY = "2027-03-01";

/** Packs some of the demo's offers into a folder. */
export function pack(out, keep = () => true, more = [], command = process.env.MATCHER ? [process.env.MATCHER] : ["cargo", "run", "--quiet", "-p", "matcher-batch", "--"]) {
  const offers = readFileSync(`${demo}offers.jsonl`, "utf8").trim().split("\n").filter((line) => keep(JSON.parse(line)));
  const list = join(tmpdir(), `offers-${process.pid}-${offers.length}.jsonl`);
  writeFileSync(list, offers.join("\n"));
  execFileSync(command[0], [...command.slice(1), "pack", "--offers", list, "--as-of", DAY, "--out", out, ...more], { cwd: at("../.."), stdio: ["ignore", "ignore", "inherit"] });
}

/** The folders of the pages. */
export const folders = (jobs, south) => ({ "/widget/": at("../../matcher-wasm/pkg/widget/"), "/jobs/": jobs, "/jobs-south/": south, "/": at("./") });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [jobs, south] = [join(tmpdir(), "matcher-jobs/"), join(tmpdir(), "matcher-jobs-south/")];
  pack(jobs, ({ id }) => !id.startsWith("bs"), ["--trainings", `${demo}trainings.jsonl`]);
  pack(south, ({ id }) => id.startsWith("bs") || id.endsWith("7"));
  const page = readFileSync(at("index.html"));
  const { address } = await serve({ port: 8080, folders: folders(jobs, south), pages: { "/": { body: page } } });
  console.log(`${address}/`);
}
