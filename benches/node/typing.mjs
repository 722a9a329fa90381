// How much CPU time a completion takes in WebAssembly: labels of a taxonomy typed letter by letter, without and with an error.
//
//   matcher taxonomy import --esco … --out esco.mtx && matcher-wasm/build && node benches/node/typing.mjs esco.mtx
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { Matcher } = createRequire(import.meta.url)("../../matcher-wasm/pkg/nodejs/matcher.js");
const engine = new Matcher(readFileSync(process.argv[2]));

const begun = performance.now();
engine.complete("a", "fr", 1);
console.log(`index built in ${Math.round(performance.now() - begun)} ms`);

// Labels to type: what the beginnings of two letters suggest.
const labels = [];
for (const a of "abcdefghijklmnopqrstuvwxyz") {
  for (const b of "aeiouhlr") {
    labels.push(...JSON.parse(engine.complete(a + b, "fr", 5)).map(({ label }) => label));
  }
}

for (const [name, slip] of [["as written", false], ["with an error from 4 letters on", true]]) {
  const spent = [];
  for (const label of labels) {
    for (let end = 1; end <= Math.min(label.length, 20); end += 1) {
      let typed = label.slice(0, end);
      // The error wanders with the length, so that each place has its turn.
      if (slip && end >= 4) typed = `${typed.slice(0, end % typed.length)}x${typed.slice((end % typed.length) + 1)}`;
      const asked = process.cpuUsage();
      engine.complete(typed, "fr", 10);
      const { user, system } = process.cpuUsage(asked);
      spent.push((user + system) / 1000);
    }
  }
  spent.sort((a, b) => a - b);
  const at = (share) => spent[Math.floor((spent.length - 1) * share)].toFixed(3);
  console.log(`${name}: median ${at(0.5)} ms, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(1)}; ${spent.length} keystrokes`);
}
