// The main journey in other browsers: `node matcher-wasm/tests/browser/elsewhere.mjs` with Debian's firefox-esr. It drives what the
// machine has and says what it lacks; it is no step of `check`, whose browser is Chromium.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { firefox } from "playwright-core";
import { html, packed, widget, words } from "./harness.mjs";
import { serve } from "./server.mjs";

const server = await serve({ folders: { "/widget/": widget, "/demo/": packed() }, pages: { "/": { html: html({ attributes: { adviser: true } }) } } });
const program = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
try {
  if (existsSync(program)) await journey("Firefox", () => firefox.launch({ channel: "moz-firefox", executablePath: program }));
  else console.log(`Firefox: there is no ${program}`);
} finally {
  await server.close();
}

async function journey(name, launch) {
  const browser = await launch();
  const t = await words("fr");
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(120_000);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(server.address);
  const own = page.locator("job-match");
  await own.locator(".card").first().waitFor();
  const pick = async (key, text) => {
    const field = own.getByRole("combobox", { name: t(key), exact: true });
    await field.click();
    await page.keyboard.type(text);
    await own.getByRole("listbox", { name: t(key), exact: true }).getByRole("option").first().click();
  };
  await pick("widget.wishes", "développeur w");
  await pick("widget.skills", "javascr");
  await pick("widget.home", "Metz");
  await own.locator(".card .score").first().waitFor();
  await own.getByRole("button", { name: t("widget.show"), exact: true }).click();
  assert.equal(await own.locator(".results > .list > li").count(), 10);
  const first = own.locator(".card").first();
  await first.getByRole("button", { name: new RegExp(`^${t("ui.why")}`) }).click();
  await first.locator(".criterion").first().waitFor();
  await first.getByRole("button", { name: new RegExp(`^${t("widget.card.keep")}`) }).click();
  await own.getByText(t("widget.map"), { exact: true }).click();
  await own.locator(".map svg").waitFor();
  const { profile, value } = await own.evaluate((element) => ({ profile: element.profile, value: element.value }));
  assert.deepEqual(Object.keys(profile).sort(), ["home", "id", "skills", "wishes"]);
  assert.equal(value.length, 1);
  await own.getByRole("button", { name: t("widget.erase"), exact: true }).click();
  await own.getByRole("button", { name: t("widget.erase.now"), exact: true }).click();
  assert.deepEqual(await own.evaluate((element) => element.profile), { id: "visitor" });
  assert.deepEqual(complaints, []);
  console.log(`${name} ${browser.version()}: the journey by mouse, all well`);
  await browser.close();
}
