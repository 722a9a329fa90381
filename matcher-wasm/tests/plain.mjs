// The engine in WebAssembly beside a plain loop in JavaScript over the same 10,000 offers, in one process of Node, in interleaved
// rounds: `node matcher-wasm/tests/plain.mjs` after matcher-wasm/build-widget. Prints; fails nothing but an empty answer.
//
// The loop does the part of the work that is easily written down: filters by contract, pay and minutes by car, skills by equal
// ids, a product over skills, commute and pay in doubles, the ten best. It is given numbers for ids, coordinates and everything
// else that can be prepared free of charge. The engine reads the profile as JSON in every search, understands it (near skills,
// skills that a past job implies, titles in words), looks at all filters and answers with cards, as JSON.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TODAY, lines, matcher } from "./browser/harness.mjs";
import { OFFERS, offers } from "./browser/market.mjs";

const ROUNDS = 9;
const folder = join(tmpdir(), "matcher-speed/");
mkdirSync(folder, { recursive: true });
const all = offers();
writeFileSync(join(folder, "offers.json"), JSON.stringify(all));
matcher("pack", "--offers", join(folder, "offers.json"), "--as-of", TODAY, "--out", join(folder, "packed"));

const built = new URL("../pkg/browser/", import.meta.url);
const { Matcher, initSync } = await import(new URL("matcher.js", built));
initSync({ module: readFileSync(new URL("matcher_whole_bg.wasm", built)) });
const { files } = JSON.parse(readFileSync(join(folder, "packed/entry.json"), "utf8"));
const bytes = (name) => readFileSync(join(folder, "packed", files[name].file));
const engine = (settings) => {
  const made = new Matcher(bytes("taxonomy"), bytes("places"), JSON.stringify(settings));
  made.loadWords(bytes("words"));
  made.addCatalogue("mixed", bytes("catalogue"));
  return made;
};
const everything = engine({});
const common = engine({ weights: { availability: 0, conditions: 0, education: 0, languages: 0, occupation: 0, tasks: 0, wish: 0 } });

const people = lines("profiles.jsonl").filter(({ id, home, skills }) => home && skills?.length && id).map((profile) => ({ ...profile, tags: undefined }));

// Coordinates, out of the engine's own places.
const helper = engine({});
helper.clear();
helper.addOffers("homes", JSON.stringify(people.map(({ id, home }) => ({ id, title: "x", places: [home] }))));
const points = (from, top) => new Map(JSON.parse(from.browse(JSON.stringify({ top }))).offers.map(({ offer, places }) => [offer.split(":").pop(), places[0]]));
const homes = points(helper, people.length);
const places = points(everything, OFFERS);

const plain = loop(all, places);
const texts = people.map((profile) => JSON.stringify(profile));
const options = JSON.stringify({ top: 10, as_of: TODAY });
const runs = {
  "plain JavaScript, skills, commute and pay": () => people.map((profile) => plain(profile, homes.get(profile.id))),
  "WebAssembly, skills, commute and pay, all filters": () => texts.map((text) => ids(common.match(text, options))),
  "WebAssembly, all criteria, all filters": () => texts.map((text) => ids(everything.match(text, options))),
};
const ids = (answer) => JSON.parse(answer).matches.map(({ offer }) => offer.split(":").pop());

const took = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
const found = {};
for (let round = -2; round < ROUNDS; round += 1) {
  for (const [name, run] of Object.entries(runs)) {
    const begun = process.cpuUsage();
    found[name] = run();
    const { user, system } = process.cpuUsage(begun);
    // The first two warm the compilers up.
    if (round >= 0) took[name].push((user + system) / 1000 / people.length);
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const [first, ...others] = Object.keys(runs);
console.log(`${OFFERS} offers, ${people.length} people, ${ROUNDS} interleaved rounds, Node ${process.version}; milliseconds of processor time a search, median of rounds`);
for (const name of Object.keys(runs)) {
  if (!found[name].some((list) => list.length > 0)) throw new Error(`${name} found nothing`);
  const ratio = name === first ? "" : `   ${(median(took[first].map((time, at) => time / took[name][at]))).toFixed(1)} times the plain loop`;
  console.log(`${name.padEnd(52)} ${median(took[name]).toFixed(3)}${ratio}`);
}
const same = (name) => found[name].flatMap((list, at) => list.filter((id) => found[first][at].includes(id))).length / found[name].flat().length;
for (const name of others) console.log(`${name}: ${(same(name) * 100).toFixed(0)} % of its first tens are in those of the plain loop`);

/** Everything prepared; what is returned ranks the offers for one person. */
function loop(list, at) {
  const numbers = new Map();
  const number = (skill) => numbers.get(skill) ?? numbers.set(skill, numbers.size).get(skill);
  const idOf = (item) => item.skill ?? item;
  const kinds = ["permanent", "fixed-term", "temporary", "seasonal", "apprenticeship", "internship", "freelance"];
  const monthly = { hour: 151.67, day: 21, week: 4.345, month: 1, year: 1 / 12 };
  const [starts, skills, weights] = [[0], [], []];
  const [xyz, contract, low, high, isRemote] = [new Float64Array(3 * list.length), new Uint8Array(list.length), new Float64Array(list.length), new Float64Array(list.length), new Uint8Array(list.length)];
  for (const [row, offer] of list.entries()) {
    const asked = [...(offer.essential_skills ?? []).map((item) => [number(idOf(item)), 2]), ...(offer.optional_skills ?? []).map((item) => [number(idOf(item)), 1])];
    const sum = asked.reduce((total, [, weight]) => total + weight, 0);
    for (const [skill, weight] of asked) (skills.push(skill), weights.push(weight / sum));
    starts.push(skills.length);
    xyz.set(toXyz(at.get(offer.id)), 3 * row);
    contract[row] = offer.contract ? 1 << kinds.indexOf(offer.contract) : 255;
    isRemote[row] = offer.on_site_days === 0 ? 1 : 0;
    const factor = monthly[offer.pay?.period ?? "month"];
    low[row] = offer.pay ? (offer.pay.min ?? offer.pay.max) * factor : Number.NaN;
    high[row] = offer.pay ? (offer.pay.max ?? offer.pay.min) * factor : Number.NaN;
  }
  const [begin, skill, weight] = [Uint32Array.from(starts), Uint32Array.from(skills), Float64Array.from(weights)];
  const credit = new Float64Array(numbers.size);

  return ({ skills: own, contracts, commute, pay }, home) => {
    credit.fill(0);
    for (const item of own) if (numbers.has(idOf(item))) credit[numbers.get(idOf(item))] = 1;
    const mask = contracts?.length ? contracts.reduce((bits, kind) => bits | (1 << kinds.indexOf(kind)), 0) : 255;
    const [limit, floor, from] = [commute?.minutes ?? Infinity, pay?.min ?? 0, toXyz(home)];
    const [rows, scores] = [[], []];
    for (let row = 0; row < list.length; row += 1) {
      if ((contract[row] & mask) === 0 || high[row] < floor) continue;
      let share = 0;
      if (!isRemote[row]) {
        const [dx, dy, dz] = [xyz[3 * row] - from[0], xyz[3 * row + 1] - from[1], xyz[3 * row + 2] - from[2]];
        const minutes = 8 + (Math.sqrt(dx * dx + dy * dy + dz * dz) * 1.4 * 60) / 50_000;
        if (minutes > limit) continue;
        share = Math.min(1, Math.max(0, (minutes - 15) / Math.max(limit - 15, 1)));
      }
      let got = 0;
      for (let one = begin[row]; one < begin[row + 1]; one += 1) got += weight[one] * credit[skill[one]];
      let score = got * (1 - 0.2 * share);
      if (floor > 0) score *= 1 - 0.25 * (Number.isNaN(low[row]) ? 0.33 : Math.min(1, Math.max(0, (floor - (low[row] + high[row]) / 2) / (0.25 * floor))));
      if (rows.length === 10 && score <= scores[9]) continue;
      let to = Math.min(rows.length, 9);
      while (to > 0 && scores[to - 1] < score) to -= 1;
      rows.splice(to, 0, row);
      scores.splice(to, 0, score);
      rows.length = scores.length = Math.min(rows.length, 10);
    }
    return rows.map((row) => list[row].id);
  };
}

/** Metres from the centre of the earth. */
function toXyz(point) {
  if (point?.lat === undefined) return [0, 0, 0];
  const [lat, lon] = [point.lat, point.lon].map((degrees) => (degrees * Math.PI) / 180);
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)].map((part) => part * 6_371_009);
}
