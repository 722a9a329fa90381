#!/usr/bin/env node
// `job-match-pack`: what `matcher pack` does, for who has Node and no Rust.

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const HELP = `job-match-pack --offers FILE --out FOLDER [--trainings FILE] [--as-of DATE] [--max-age-days N] [--without-texts]
               [--settings FILE] [--taxonomy FILE --places FILE] [--commute FILE]

Packs offers into the files that <job-match> loads: entry.json (never to be cached) and files named after their content (to be cached
for ever). Offers and trainings: a JSON array, one record a line, or JSON-LD with JobPostings. The files of the packing before stay,
older ones are removed. Exit status: 0 all well, 2 wrong usage, 3 some records were rejected and the rest was packed, 1 anything else.`;

const OPTIONS = {
  offers: { type: "string" }, out: { type: "string" }, trainings: { type: "string" }, "as-of": { type: "string" }, "max-age-days": { type: "string" },
  "without-texts": { type: "boolean" }, settings: { type: "string" }, taxonomy: { type: "string" }, places: { type: "string" }, commute: { type: "string" }, help: { type: "boolean" },
};

/** A fault with its exit status. */
class Stop extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function main() {
  const { values } = usage(() => parseArgs({ options: OPTIONS }));
  if (values.help) return void console.log(HELP);
  if (!values.offers || !values.out) throw new Stop(2, `--offers and --out are needed\n\n${HELP}`);
  const date = values["as-of"] ?? today();
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new Stop(2, `--as-of ${date} is not a day such as 2027-03-01`);
  const maxAgeDays = values["max-age-days"] === undefined ? undefined : Number(values["max-age-days"]);
  if (maxAgeDays !== undefined && !(Number.isInteger(maxAgeDays) && maxAgeDays >= 0 && maxAgeDays < 65_536)) throw new Stop(2, `--max-age-days ${values["max-age-days"]} is not a number of days`);
  // Loaded once the options are known to be right: the module holds a taxonomy.
  const { pack } = await import("./pack.js");
  const { entry, files, report } = pack({
    offers: text(values.offers), trainings: values.trainings && text(values.trainings), date, maxAgeDays, withoutTexts: values["without-texts"],
    settings: values.settings && json(values.settings), taxonomy: values.taxonomy && bytes(values.taxonomy), places: values.places && bytes(values.places),
    commute: values.commute && bytes(values.commute),
  });
  write(values.out, entry, files);
  for (const { severity, record, pointer, cause, action } of report.issues) {
    if (severity !== "note") console.error(`  ${[severity, record, pointer].filter(Boolean).join(" ")}: ${cause}${action ? ` ${action}` : ""}`);
  }
  if (report.past > 0) console.error(`${report.past} offers are past their last day and were left out`);
  console.log(`${report.offers} offers of ${date} in ${values.out}`);
  for (const { name, bytes: content } of files) console.log(`${String(content.length).padStart(9)} bytes  ${name}`);
  return report.rejected > 0 ? 3 : 0;
}

/** Writes the files before the entry that names them; those that neither this entry nor the one before names are removed. */
function write(folder, entry, files) {
  mkdirSync(folder, { recursive: true });
  const at = join(folder, "entry.json");
  const before = existsSync(at) ? named(readFileSync(at, "utf8")) : [];
  for (const { name, bytes: content } of files) writeFileSync(join(folder, name), content);
  writeFileSync(at, entry);
  const kept = new Set([...before, ...files.map(({ name }) => name)]);
  for (const name of readdirSync(folder)) {
    if (/^(taxonomy|places|words|commute|offers|trainings)-[0-9a-f]{16}\.bin$/.test(name) && !kept.has(name)) rmSync(join(folder, name));
  }
}

function named(entry) {
  try {
    return Object.values(JSON.parse(entry).files).map(({ file }) => file);
  } catch {
    return [];
  }
}

function usage(read) {
  try {
    return read();
  } catch (fault) {
    throw new Stop(2, `${fault.message}\n\n${HELP}`);
  }
}

function bytes(path) {
  try {
    return readFileSync(path);
  } catch (fault) {
    throw new Stop(1, `${path}: ${fault.message}`);
  }
}

function text(path) {
  return bytes(path).toString("utf8");
}

function json(path) {
  try {
    return JSON.parse(text(path));
  } catch (fault) {
    throw new Stop(1, `${path}: ${fault.message}`);
  }
}

/** The day here, not that of Greenwich. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

try {
  process.exitCode = await main();
} catch (fault) {
  console.error(`job-match-pack: ${fault.message}`);
  process.exitCode = fault.status ?? 1;
}
