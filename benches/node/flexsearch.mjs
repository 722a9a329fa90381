// Ranks offers for people with FlexSearch: offers that have any of a person's skills, as it orders them, then filters and the whole
// score on the first of those. Data, score and output: `market.mjs`; the second argument is the folder with the package.
//
// It knows neither weights of words nor filters by number, so that what passes may lie behind the offers that it returns.

import { createRequire } from "node:module";
import { best, credits, demandSkill, offers, offsets, report } from "./market.mjs";

const AHEAD = 2_000;
const { Index } = createRequire(`${process.argv[3]}/`)("flexsearch");
const index = new Index({ tokenize: "strict", encode: (text) => text.split(" "), cache: false });
for (let id = 0; id < offers; id += 1) index.add(id, Array.from(demandSkill.subarray(offsets[id], offsets[id + 1])).join(" "));

report((p) => {
  const own = credits(p).sort(([, a], [, b]) => b - a).map(([skill]) => skill);
  const found = index.search(own.join(" "), { limit: AHEAD, suggest: true });
  return best(p, [...found].sort((a, b) => a - b));
});
