// The engine itself, as WebAssembly under Node, over the same market: what a page runs. Its files are those of
// matcher-wasm/build-widget. It is given the taxonomy and the packed offers, and people as JSON; each of them is prepared beforehand, as
// the other scripts are given credits, and the time is that of the search and of its answer as JSON. Output: as `market.mjs`.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { report } from "./market.mjs";

const [folder, , built] = process.argv.slice(2);
const read = (name) => readFileSync(join(folder, name));
const { Matcher, initSync } = await import(join(built, "matcher.js"));
initSync({ module: readFileSync(join(built, "matcher_whole_bg.wasm")) });

const matcher = new Matcher(read("taxonomy.mtx"), read("places.bin"), read("settings.json").toString());
matcher.addCatalogue("market", read("catalogue.bin"));
const rows = new Map(JSON.parse(read("ids.json")).map((id, row) => [id, row]));
const options = JSON.stringify({ top: 10, cards: false });

const people = JSON.parse(read("people.json")).map((profile) => JSON.stringify(profile));
// Understood once; a page then asks again and again.
const prepare = (p) => matcher.match(people[p], options);
report((p) => JSON.parse(matcher.match(people[p], options)).matches.map(({ offer }) => rows.get(offer)), prepare);
