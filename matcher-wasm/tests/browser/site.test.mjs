// The example pages work, and the options page packs a file that is dropped on it into the files of `matcher pack`.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { lines, packed, root, stage, state } from "./harness.mjs";

const folders = { "/jobs/": packed(), "/jobs-south/": packed(), "/": join(root, "examples/site/") };
const { open } = await stage(test, { folders, pages: { "/": { html: "" } } });

for (const name of ["index", "two-catalogues", "strict"]) {
  test(`the page ${name} shows offers`, async () => {
    const page = await open(`/${name}.html`);
    assert.ok((await page.locator("job-match .card").count()) > 0);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("the options page: its code follows the form, and offers become files to upload, without a request", async () => {
  const page = await open("/options.html");
  await page.getByLabel("Partenaire (lien des offres)").fill("mairie");
  await page.waitForFunction(() => document.querySelector("#code").textContent.includes('partner="mairie"'));
  await state(page, "ready");
  const sent = [];
  page.on("request", (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.locator("#file").setInputFiles({ name: "offers.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(lines("offers.jsonl"))) });
  await page.locator("#files a").nth(4).waitFor();
  assert.ok(sent.every((request) => /^GET \/(widget|jobs)\//.test(request)), sent.join("\n"));
  const files = await page.locator("#files a").evaluateAll((links) => Promise.all(links.map(async ({ href, download }) => [download, [...new Uint8Array(await (await fetch(href)).arrayBuffer())]])));
  const own = JSON.parse(Buffer.from(Object.fromEntries(files)["entry.json"]).toString());
  const byTheCommand = JSON.parse(readFileSync(join(packed(), "entry.json"), "utf8"));
  // The demo's package has trainings too; all else is the same, to the byte.
  const { trainings, ...rest } = byTheCommand.files;
  assert.ok(trainings);
  assert.deepEqual(own, { ...byTheCommand, files: rest });
  for (const [name, bytes] of files) {
    const file = Object.values(rest).find((one) => one.file === name);
    if (file) assert.equal(`sha256-${createHash("sha256").update(Buffer.from(bytes)).digest("base64")}`, file.integrity, name);
  }
  await page.context().close();
});
