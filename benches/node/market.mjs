// The market as the command `topk` writes it, and the score that every peer computes: read once, free of charge. The same as
// `peers/market.py`, which says what is computed.

import { readFileSync } from "node:fs";
import { join } from "node:path";

const KINDS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array };
const COMMUTE = 0.2;
const PAY = 0.25;
const PAY_UNKNOWN = 0.33;
const RADIUS = 6_371_009;
const UNKNOWN = 0xffffffff;

/** One array of the folder that is the first argument. */
function array(name) {
  const bytes = readFileSync(join(process.argv[2], name));
  return new KINDS[name.split(".").pop()](new Uint8Array(bytes).buffer);
}

const skills = array("skills.u32")[0];
const [xyz, remote, contract, low, high, must] = ["xyz.i32", "remote.u8", "contract.u8", "low.u32", "high.u32", "must.u8"].map((name) => array(`offer_${name}`));
export const offsets = array("demand_offsets.u32");
export const demandSkill = array("demand_skill.u32");
const need = array("demand_need.u8");
const weight = Float64Array.from(array("demand_weight.u32"), (parts) => parts / 2 ** 30);
const place = Int32Array.from(demandSkill, (skill, at) => need[at] * (skills + 1) + skill);
const [home, limit, contracts, floor, spoken, ordinary] = ["xyz.i32", "limit.u16", "contracts.u8", "floor.u32", "languages.u8", "ordinary.u16"].map((name) => array(`person_${name}`));
const creditOffsets = array("credit_offsets.u32");
const creditSkill = array("credit_skill.u32");
const creditValue = array("credit_value.u16");
export const offers = offsets.length - 1;
const total = Float64Array.from({ length: offers }, (_, row) => weight.subarray(offsets[row], offsets[row + 1]).reduce((sum, one) => sum + one, 0));
const table = new Float64Array(5 * (skills + 1));

/** Skill and greatest credit of all that a person gives something for. */
export function credits(p) {
  const own = [];
  for (let at = creditOffsets[p]; at < creditOffsets[p + 1]; at += 1) {
    const most = Math.max(...creditValue.subarray(5 * at, 5 * at + 5)) / 32_768;
    if (most > 0) own.push([creditSkill[at], most]);
  }
  return own;
}

function fill(p, clear) {
  for (let at = creditOffsets[p]; at < creditOffsets[p + 1]; at += 1) {
    for (let level = 0; level < 5; level += 1) table[level * (skills + 1) + creditSkill[at]] = clear ? 0 : creditValue[5 * at + level] / 32_768;
  }
  for (let level = 0; level < 5; level += 1) table[level * (skills + 1) + skills] = clear ? 0 : ordinary[p] / 32_768;
}

/** Tenths of a minute, or nothing where a filter keeps the offer out. */
function way(p, row) {
  if ((contract[row] & contracts[p]) === 0 || high[row] < floor[p]) return undefined;
  for (let at = 0; at < 4; at += 1) if (must[4 * row + at] > spoken[4 * p + at]) return undefined;
  if (remote[row]) return 0;
  const [dx, dy, dz] = [xyz[3 * row] - home[3 * p], xyz[3 * row + 1] - home[3 * p + 1], xyz[3 * row + 2] - home[3 * p + 2]];
  const chord = Math.sqrt(dx * dx + dy * dy + dz * dz);
  const t = (chord / RADIUS) ** 2;
  const metres = Math.floor(chord * (1 + t / 24 + (3 * t * t) / 640));
  const tenths = metres === 0 ? 0 : 80 + Math.ceil((metres * 140 * 6) / 50_000);
  return tenths <= limit[p] ? tenths : undefined;
}

/** The ten best of some offers, or of all, highest score first, then by row. */
export function best(p, rows) {
  fill(p, false);
  const [ids, scores] = [[], []];
  const many = rows?.length ?? offers;
  for (let i = 0; i < many; i += 1) {
    const row = rows ? rows[i] : i;
    const tenths = way(p, row);
    if (tenths === undefined) continue;
    let got = 0;
    for (let at = offsets[row]; at < offsets[row + 1]; at += 1) got += weight[at] * table[place[at]];
    let score = 1 - (total[row] - got);
    score *= 1 - COMMUTE * (remote[row] ? 0 : Math.min(1, Math.max(0, (tenths - 150) / Math.max(limit[p] - 150, 1))));
    if (floor[p] > 0) {
      const middle = low[row] + Math.floor((high[row] - low[row]) / 2);
      const short = Math.min(1, Math.max(0, (floor[p] - middle) / (0.25 * floor[p])));
      score *= 1 - PAY * (high[row] === UNKNOWN ? PAY_UNKNOWN : short);
    }
    if (ids.length === 10 && score <= scores[9]) continue;
    let to = ids.length < 10 ? ids.length : 9;
    for (; to > 0 && scores[to - 1] < score; to -= 1) [ids[to], scores[to]] = [ids[to - 1], scores[to - 1]];
    [ids[to], scores[to]] = [row, score];
  }
  fill(p, true);
  return ids;
}

/** Whether no filter keeps an offer out. */
export const passes = (p, row) => way(p, row) !== undefined;

/** Of this program alone: what the operating system says of a process counts what started it too. */
export const peakMib = () => Number(readFileSync("/proc/self/status", "utf8").match(/VmHWM:\s+(\d+)/)[1]) / 1024;

/** Milliseconds before the clock runs: compilers of JavaScript and WebAssembly build for speed what was called often. */
const WARM = 2_000;

/** Each person asks for so many milliseconds, and once at least: a look at the clock costs a part of a search. */
const ASKING = 3;

/**
 * Asks for every person and prints one JSON: CPU seconds of a query for each, peak memory in MiB, rows of each one's ten best. What
 * `prepare` does for a person is free of charge.
 */
export function report(query, prepare = () => {}) {
  const people = limit.length;
  for (let [i, end] = [0, performance.now() + WARM]; performance.now() < end; i += 1) query(i % people);
  let spent = 0;
  const top = Array.from(limit, (_, p) => {
    prepare(p);
    let [own, times] = [[], 0];
    const end = performance.now() + ASKING;
    const begun = process.cpuUsage();
    do {
      own = query(p);
      times += 1;
    } while (performance.now() < end);
    const { user, system } = process.cpuUsage(begun);
    spent += (user + system) / times;
    return own;
  });
  console.log(JSON.stringify({ cpu_seconds: spent / 1e6, peak_mib: peakMib(), top }));
}
