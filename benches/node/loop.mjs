// Ranks offers for people with a plain loop over typed arrays. Data, score and output: `market.mjs`.

import { best, report } from "./market.mjs";

report((p) => best(p));
