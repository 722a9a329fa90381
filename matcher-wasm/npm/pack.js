// Packing under Node: the files that a page loads, byte for byte those of `matcher pack`.

import { Matcher, readPostings } from "./engine.js";

/**
 * Packs texts of offers and trainings. Returns `{entry, files, report}`: the text of `entry.json`, name and bytes of every
 * other file, and what was packed and not understood.
 */
export function pack({ offers, trainings, date, maxAgeDays, withoutTexts, settings, taxonomy, places, commute }) {
  const own = settings === undefined ? undefined : JSON.stringify(settings);
  const engine = taxonomy || places ? engineOver(taxonomy, places, own) : Matcher.embedded(own);
  try {
    if (commute) engine.loadCommute(commute);
    const read = records(offers);
    const options = { as_of: date, ...(maxAgeDays !== undefined && { max_age_days: maxAgeDays }), ...(withoutTexts && { without_texts: true }) };
    const packed = engine.pack(JSON.stringify(read.records), trainings === undefined ? undefined : JSON.stringify(records(trainings).records), JSON.stringify(options));
    const report = JSON.parse(packed.report());
    return {
      entry: packed.entry(),
      files: JSON.parse(packed.names()).map((name) => ({ name, bytes: packed.file(name) })),
      report: { ...report, issues: [...read.issues, ...report.issues] },
    };
  } finally {
    engine.free();
  }
}

function engineOver(taxonomy, places, settings) {
  if (!taxonomy || !places) throw new Error("a taxonomy and places of one's own come together: give both files");
  return new Matcher(taxonomy, places, settings);
}

/** The records of a text: a JSON array, one record a line, or the `JobPosting`s of JSON-LD. */
export function records(text) {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  const list = listed(trimmed);
  const isLinked = list.some((record) => record && typeof record === "object" && ["@context", "@graph", "@type"].some((name) => name in record));
  if (!isLinked) return { records: list, issues: [] };
  const { offers, issues } = JSON.parse(readPostings(JSON.stringify(list)));
  return { records: offers, issues };
}

function listed(text) {
  try {
    const whole = JSON.parse(text);
    return Array.isArray(whole) ? whole : [whole];
  } catch (fault) {
    if (text.startsWith("[")) throw new Error(`this is no JSON array (${fault.message}); correct it`, { cause: fault });
  }
  return text.split("\n").map((line, at) => [line.trim(), at + 1]).filter(([line]) => line).map(([line, number]) => {
    try {
      return JSON.parse(line);
    } catch (cause) {
      throw new Error(`line ${number} is not JSON (${cause.message}): write one record a line, or a JSON array`, { cause });
    }
  });
}
