// The file that the visitor saves is a profile of the command's: over the taxonomy that was packed, the same ten offers.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { TODAY, afterSearch, lines, matcher, packed, person, root, shown, stage, words } from "./harness.mjs";

const { open } = await stage(test);
const demo = join(root, "matcher-core/data/demo");

for (const id of ["bank-adviser", lines("profiles.jsonl")[9].id]) {
  test(`the file saved by the widget, read by the command, gives the same ten: ${id}`, async () => {
    const page = await open("/");
    const widget = page.locator("job-match");
    await afterSearch(page, () => widget.evaluate((element, record) => (element.profile = record), person(id)));
    const save = (await words("fr"))("widget.save");
    const [download] = await Promise.all([page.waitForEvent("download"), widget.getByRole("button", { name: save, exact: true }).click()]);
    const folder = mkdtempSync(join(tmpdir(), "saved-"));
    const [file, out] = [join(folder, "profile.json"), join(folder, "matches.jsonl")];
    await download.saveAs(file);
    // As an adviser would: with the taxonomy, places and table of words that the page loads.
    matcher("match", "--taxonomy", join(packed(), "entry.json"), "--profiles", file, "--offers", join(demo, "offers.jsonl"), "--as-of", TODAY, "--top", "10", "--out", out);
    const ten = readFileSync(out, "utf8").trim().split("\n").map((line) => JSON.parse(line).offer);
    assert.equal(ten.length, 10);
    assert.deepEqual(await shown(page), ten);
    await page.context().close();
  });
}
