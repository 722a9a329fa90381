// Ranks offers for people with MiniSearch: its BM25+ over skills as words, each boosted by what the person is credited, behind the
// filters, then the whole score on the first of those. Data, score and output: `market.mjs`; the second argument is the folder with
// the package.

import { createRequire } from "node:module";
import { best, credits, demandSkill, offers, offsets, passes, report } from "./market.mjs";

const AHEAD = 1_000;
const MiniSearch = createRequire(`${process.argv[3]}/`)("minisearch");
const index = new MiniSearch({ fields: ["skills"], tokenize: (text) => text.split(" "), processTerm: (term) => term });
index.addAll(Array.from({ length: offers }, (_, id) => ({ id, skills: Array.from(demandSkill.subarray(offsets[id], offsets[id + 1])).join(" ") })));

report((p) => {
  const own = new Map(credits(p).map(([skill, credit]) => [String(skill), credit]));
  const found = index.search([...own.keys()].join(" "), { boostTerm: (term) => own.get(term), filter: ({ id }) => passes(p, id) });
  return best(p, found.slice(0, AHEAD).map(({ id }) => id).sort((a, b) => a - b));
});
