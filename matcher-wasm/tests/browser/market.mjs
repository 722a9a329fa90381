// Ten thousand offers for measurements.

import { lines } from "./harness.mjs";

export const OFFERS = 10_000;

/** Offers mixed out of the demo's fields, the same in every run. */
export function offers() {
  let seed = 1;
  const next = (most) => ((seed = (seed * 48_271) % 2_147_483_647), seed % most);
  const demo = lines("offers.jsonl");
  const one = () => demo[next(demo.length)];
  return Array.from({ length: OFFERS }, (_, at) => {
    const { title, occupation, essential_skills, optional_skills } = one();
    const { places, on_site_days, employer } = one();
    const { contract, hours, languages } = one();
    const { pay, education, experience } = one();
    return { id: `o-${at}`, source: "mixed", title, occupation, essential_skills, optional_skills, places, on_site_days, employer, contract, hours, languages, pay, education, experience, valid_through: "2027-12-31" };
  });
}
