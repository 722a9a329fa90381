// From the files that translators edit to one table a language: the engine's messages and the widget's.

import { readFileSync } from "node:fs";

const FOLDERS = ["../../matcher-core/data/phrases/", "../messages/"];

/** The messages of a file: `key = text` lines. */
export function read(text) {
  const found = {};
  for (const line of text.split("\n").map((raw) => raw.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    const at = line.indexOf("=");
    if (at < 0) throw new Error(`there is no = in “${line}”`);
    const [key, message] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    if (key in found) throw new Error(`the key ${key} stands twice`);
    found[key] = message;
  }
  return found;
}

/** The messages of the files of one language. */
export const own = (language) =>
  Object.assign({}, ...FOLDERS.map((folder) => read(readFileSync(new URL(`${folder}${language}.txt`, import.meta.url), "utf8"))));

/** By language; what Luxembourgish does not hold is French. */
export function messages() {
  const [de, en, fr, lb] = ["de", "en", "fr", "lb"].map(own);
  return { de, en, fr, lb: { ...fr, ...lb } };
}
