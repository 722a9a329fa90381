// The file that the visitor saves is a profile of the command's: over what was packed, the same ten offers with the same ways.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { TODAY, afterSearch, html, lines, matcher, packed, person, root, shown, stage, words } from "./harness.mjs";

const demo = join(root, "matcher-core/data/demo");
const timed = withTimes();
const pages = { "/timed": { html: html({ attributes: { src: "/timed-files/entry.json" } }) } };
const { open } = await stage(test, { folders: { "/timed-files/": timed }, pages });

/** The demo packed with travel times that no estimate gives. */
function withTimes() {
  const folder = mkdtempSync(join(tmpdir(), "timed-"));
  const [times, matrix] = [join(folder, "times.csv"), join(folder, "times.bin")];
  const towns = ["57463", "57672", "57631", "54395", "67482", "Luxembourg", "Esch-sur-Alzette", "Saarbrücken"];
  const ways = towns.flatMap((from, a) => towns.flatMap((to, b) => (a === b ? [] : [`${from},${to},car,${21 + 7 * a + 3 * b}`, `${from},${to},transit,${30 + 2 * a + 4 * b}`])));
  writeFileSync(times, ["from,to,mode,minutes", ...ways].join("\n"));
  matcher("commute", "import", "--times", times, "--out", matrix);
  const offers = ["--offers", join(demo, "offers.jsonl"), "--trainings", join(demo, "trainings.jsonl")];
  matcher("pack", ...offers, "--as-of", TODAY, "--commute", matrix, "--out", folder);
  return folder;
}

const adviser = "bank-adviser";
const cases = [
  [adviser, "/", packed()],
  [lines("profiles.jsonl")[9].id, "/", packed()],
  [adviser, "/timed", timed],
];
for (const [id, path, files] of cases) {
  test(`the file saved by the widget, read by the command, gives the same ten: ${id} on ${path}`, async () => {
    const page = await open(path);
    const widget = page.locator("job-match");
    await afterSearch(page, () => widget.evaluate((element, record) => (element.profile = record), person(id)));
    const save = (await words("fr"))("widget.save");
    const [download] = await Promise.all([page.waitForEvent("download"), widget.getByRole("button", { name: save, exact: true }).click()]);
    const folder = mkdtempSync(join(tmpdir(), "saved-"));
    const [file, out] = [join(folder, "profile.json"), join(folder, "matches.jsonl")];
    await download.saveAs(file);
    // As an adviser would: with the taxonomy, places, travel times and table of words that the page loads.
    matcher("match", "--taxonomy", join(files, "entry.json"), "--profiles", file, "--offers", join(demo, "offers.jsonl"), "--as-of", TODAY, "--top", "10", "--out", out);
    const ten = readFileSync(out, "utf8").trim().split("\n").map((line) => JSON.parse(line));
    assert.equal(ten.length, 10);
    assert.deepEqual(await shown(page), ten.map(({ offer }) => offer));
    const cards = await widget.locator(".results > .list > li").allInnerTexts();
    const known = ten.map(({ travel }, at) => [travel?.minutes, cards[at]]).filter(([minutes]) => minutes > 0);
    assert.ok(known.length > 0);
    for (const [minutes, card] of known) assert.match(card, new RegExp(`\\b${Math.round(minutes)}\\smin`));
    await page.context().close();
  });
}

test("what is printed has the file above the offers, and only while it is printed", async () => {
  const [page, t] = [await open("/"), await words("fr")];
  const widget = page.locator("job-match");
  await afterSearch(page, () => widget.evaluate((element, record) => (element.profile = record), person(adviser)));
  await page.evaluate(() => (globalThis.print = () => {}));
  await widget.getByRole("button", { name: t("ui.print"), exact: true }).click();
  const sheet = widget.locator(".printed");
  assert.equal(await sheet.isVisible(), false);
  await page.emulateMedia({ media: "print" });
  const text = await sheet.innerText();
  for (const part of [t("widget.file"), t("widget.home"), t("widget.skills"), "57463"]) assert.ok(text.includes(part), text);
  assert.ok((await sheet.boundingBox()).y < (await widget.locator(".results").boundingBox()).y);
  assert.equal(await widget.getByRole("button").filter({ visible: true }).count(), 0, "a button says nothing on paper");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await sheet.innerText(), "");
  await page.context().close();
});
