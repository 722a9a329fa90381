// What a partner's catalogue of ten thousand offers weighs, and the files beside it that are the same for everybody. What the page
// loads of the widget itself is held by `budgets.mjs`.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { TODAY, matcher } from "./harness.mjs";
import { OFFERS, offers } from "./market.mjs";

const folder = mkdtempSync(join(tmpdir(), "sizes-"));
writeFileSync(join(folder, "offers.json"), JSON.stringify(offers()));
matcher("pack", "--offers", join(folder, "offers.json"), "--as-of", TODAY, "--out", join(folder, "packed"));
const { files, offers: packed } = JSON.parse(readFileSync(join(folder, "packed/entry.json"), "utf8"));

/** Bytes as a server sends them. */
const sent = (name) => brotliCompressSync(readFileSync(join(folder, "packed", files[name].file)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test("taxonomy, places and ten thousand offers with their titles stay below 600 kB, the table of words below 300", (context) => {
  assert.equal(packed, OFFERS);
  const [taxonomy, places, catalogue, words] = ["taxonomy", "places", "catalogue", "words"].map(sent);
  context.diagnostic(`brotli: taxonomy ${taxonomy}, places ${places}, ${OFFERS} offers ${catalogue} (${(catalogue / OFFERS).toFixed(1)} an offer), together ${taxonomy + places + catalogue}; words ${words}`);
  assert.ok(taxonomy + places + catalogue <= 600_000);
  assert.ok(words <= 300_000);
});
